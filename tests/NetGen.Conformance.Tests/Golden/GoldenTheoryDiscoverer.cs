using Xunit.Abstractions;
using Xunit.Sdk;

namespace NetGen.Conformance.Tests.Golden;

/// <summary>Turns the rows of a golden theory into test cases. xunit 2 knows no skipping at run time, so it is decided here.</summary>
public sealed class GoldenTheoryDiscoverer(IMessageSink diagnosticMessageSink) : TheoryDiscoverer(diagnosticMessageSink)
{
    /// <summary>Why a case cannot be run by an engine, or null.</summary>
    public static string? ReasonToSkip(IGoldenEngine engine, GoldenCase golden)
    {
        var missing = engine.Missing(golden);
        return missing.Count == 0 ? null : $"'{golden.Network.Name}' needs {string.Join(", ", missing)}, unknown to {engine.GetType().Name}.";
    }

    protected override IEnumerable<IXunitTestCase> CreateTestCasesForDataRow(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute, object[] dataRow)
    {
        var engine = (IGoldenEngine)Activator.CreateInstance(theoryAttribute.GetNamedArgument<Type>(nameof(GoldenTheoryAttribute.Engine)))!;
        // A file that cannot be read is no reason to skip: the test reads it again, and fails with the exception.
        return GoldenFolder.TryRead((string)dataRow[0]) is { } golden && ReasonToSkip(engine, golden) is { } reason
            ? CreateTestCasesForSkippedDataRow(discoveryOptions, testMethod, theoryAttribute, dataRow, reason)
            : base.CreateTestCasesForDataRow(discoveryOptions, testMethod, theoryAttribute, dataRow);
    }
}
