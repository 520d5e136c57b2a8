using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace NetGen.Bits;

/// <summary>
/// Listens to the just-in-time compiler: what it leaves as a call because a method has spent its budget or has too many locals.
/// That is how lane operations become many times slower without a sign.
/// </summary>
internal sealed class InliningWatch : EventListener
{
    private const EventKeywords JitTracing = (EventKeywords)0x1000;
    private readonly ConcurrentDictionary<string, int> inlined = new();
    private readonly ConcurrentDictionary<string, int> leftAsCalls = new();

    /// <summary>Each call that was meant to vanish: the method it is in, what it calls, and why.</summary>
    public IEnumerable<string> LeftAsCalls => leftAsCalls.Keys.Order(StringComparer.Ordinal);

    /// <summary>How many lane operations have vanished in the kernels of a network, which happens in optimized code only.</summary>
    public int InlinedIn(string network) => inlined.Where(each => each.Key.Contains($"{network}+Kernels", StringComparison.Ordinal)).Sum(each => each.Value);

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
        {
            EnableEvents(eventSource, EventLevel.Verbose, JitTracing);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.StartsWith("MethodJitInlining", StringComparison.Ordinal) != true)
        {
            return;
        }

        string Field(string name) => (string)eventData.Payload![eventData.PayloadNames!.IndexOf(name)]!;
        string compiled = Field("MethodBeingCompiledNamespace");
        string inlinee = Field("InlineeNamespace");
        if (!compiled.StartsWith("NetGen", StringComparison.Ordinal) || !inlinee.StartsWith("NetGen.Kernels", StringComparison.Ordinal))
        {
            return;
        }

        if (eventData.EventName.StartsWith("MethodJitInliningSucceeded", StringComparison.Ordinal))
        {
            inlined.AddOrUpdate(compiled, 1, static (_, count) => count + 1);
        }
        else if (eventData.EventName.StartsWith("MethodJitInliningFailed", StringComparison.Ordinal) && !IsIntended(Field("FailReason")))
        {
            string call = $"{compiled}.{Field("MethodBeingCompiledName")} calls {inlinee}.{Field("InlineeName")}: {Field("FailReason")}";
            leftAsCalls.AddOrUpdate(call, 1, static (_, count) => count + 1);
        }
    }

    /// <summary>What is marked as a method of its own, and what is so large or so rarely called that it is better one.</summary>
    private static bool IsIntended(string reason) => reason.StartsWith("noinline", StringComparison.Ordinal) || reason is "unprofitable inline" or "too many il bytes";
}
