using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests.Classes;

/// <summary>Networks wherever C# lets a class stand, all in one compilation.</summary>
public sealed class ClassShapeTests
{
    private const string Net = Compiler.Smallest;

    private static readonly UserSource[] Sources =
    [
        $"{Net} public partial class Global;",
        $$"""
        namespace Nested;
        public partial class InClass { {{Net}} public partial class Net; }
        public static partial class InStatic { {{Net}} public partial class Net; }
        public partial struct InStruct { {{Net}} public partial class Net; }
        public readonly partial struct InReadOnlyStruct { {{Net}} public partial class Net; }
        public ref partial struct InRefStruct { {{Net}} public partial class Net; }
        public partial record InRecord { {{Net}} public partial class Net; }
        public partial record struct InRecordStruct { {{Net}} public partial class Net; }
        public partial interface IFace { {{Net}} public partial class Net; }
        public sealed partial class Outer { private partial struct Middle { {{Net}} internal partial class Net; } }
        public partial class @class { {{Net}} public partial class Net; }
        public partial class InKernels { public partial class Kernels { {{Net}} public partial class Net; } }
        """,
        $"namespace @class.@namespace {{ {Net} public partial class @event; }} namespace @record {{ {Net} public partial class @record; {Net} public partial class @partial; }}",
        $$"""
        namespace Visible;
        {{Net}} internal partial class Internal;
        {{Net}} sealed partial class Implicit;
        {{Net}} public sealed partial class Sealed;
        {{Net}} public unsafe partial class Unsafe;
        public partial class Outer
        {
            {{Net}} private partial class Private;
            {{Net}} protected partial class Protected;
            {{Net}} protected internal partial class ProtectedInternal;
            {{Net}} private protected partial class PrivateProtected;
            {{Net}} public new partial class Equals;
        }
        public class Base { protected int Depth { get; } = 1; }
        public class Old { [System.Obsolete] protected Old() { } }
        {{Net}} public partial class OfOld : Old;
        {{Net}} public partial class Derived : Base, System.IDisposable { public void Dispose() { } }
        {{Net}} public partial class Constructed { public Constructed(string text) : this(text.Length) { } public Constructed(int seed, int other = 0) : this(seed + other, "") { } private Constructed(int seed, string text) : this(text) { _ = seed; } }
        {{Net}} public partial class Separate; public partial class Separate { public int Answer => 42; }
        """,
        $"namespace First; {Net} public partial class Same;",
        $"namespace Second; {Net} public partial class Same;",
        $"namespace Cases; {Net} public partial class Net; {Net} public partial class NET; {Net} public partial class nET;",
        $"namespace Größe.数字; {Net} public partial class Netz‿層é;",
        $$"""
        #nullable disable
        namespace Hostile
        {
            public class Span; public class ReadOnlySpan; public class Math; public class Kernels; public class Contraction; public class NetGen;
            public class System; public class Trainer; public class LaneTrainer; public class Declared; public class INetwork; public class V;
            public class Initialization; public class Dataset; public class Lane; public class Lanes512;
            [global::NetGen.Network, global::NetGen.Input(20), global::NetGen.Dense(20), global::NetGen.Dense(2), global::NetGen.CrossEntropy] public partial class Net;
            namespace global { [global::NetGen.Network, global::NetGen.Input(2), global::NetGen.Dense(2), global::NetGen.CrossEntropy] public partial class Net; }
        }
        """,
    ];

    [Fact]
    public void EveryClassIsCompletedAndRuns()
    {
        GeneratorHarness harness = Compiler.Harness with
        {
            CompilationOptions = Compiler.Harness.CompilationOptions.WithAllowUnsafe(true),
        };
        using LoadedCode code = harness.Run(Sources).Load();

        Type[] networks = [.. code.Assembly.GetTypes().Where(type => typeof(INetwork<float>).IsAssignableFrom(type))];
        networks.Length.ShouldBe(36);
        foreach (Type type in networks)
        {
            var network = (INetwork<float>)Activator.CreateInstance(type, 7)!;
            float[] outputs = new float[network.Description.Layers[^1].Shape[0]];
            network.PredictMany(new float[network.Description.Layers[0].Shape[0]], outputs);
            network.CreateTrainer(3).BatchSize.ShouldBe(3);
            network.Description.Name.ShouldBe(type.Name);
        }
    }

    [Fact]
    public void FilesAreNamedAfterTheClasses()
    {
        string[] names = [.. Compiler.Harness.Run(Sources[0], Sources[1], Sources[6]).Sources.Select(source => source.HintName)];

        names.ShouldContain("Global.g.cs");
        names.ShouldContain("Nested.Outer+Middle+Net.g.cs");
        names.ShouldContain("Nested.class+Net.g.cs");
        names.ShouldNotContain("Cases.Net.g.cs");
        names.Count(name => name.StartsWith("Cases.Net.", StringComparison.OrdinalIgnoreCase)).ShouldBe(3);
    }

    /// <summary>What the user hears of a class of such a name, or of an assembly that promises to be compliant, is about the user's own code.</summary>
    [Fact]
    public void GeneratedCodeHasNoWarningsOfItsOwn() => Compiler.Harness.ShouldReport("""
        using NetGen;
        [assembly: System.CLSCompliant(true)]
        namespace Demo;
        [Network, {|CS3016:Input(2)|}, Dense(1), MeanSquaredError] public partial class {|CS8981:net|};
        [Network, {|CS3016:Input(4)|}, Dense(20), Relu, Dense(2), CrossEntropy, Adam] public partial class Digits;
        [Network, {|CS3016:Input(4)|}, {|NG0009:Dense(0)|}, CrossEntropy] public partial class Mistaken;
        """);

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    public void CSharp12IsEnough(LanguageVersion version)
    {
        GeneratorHarness harness = Compiler.Harness with { ParseOptions = Compiler.Harness.ParseOptions.WithLanguageVersion(version) };

        harness.ShouldReportNothing(Sources[0], Sources[8], Compiler.Net("[Input(20), Dense(20), Gelu, Dense(1), Sigmoid, Huber, Regularize(L1 = 0.5), ClipGradients(Norm = 1)]"));
    }
}
