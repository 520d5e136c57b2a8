using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using NetGen.Generator.Binding;

namespace NetGen.Generator.Emission;

/// <summary>Writes the whole file of one network.</summary>
internal static class NetworkEmitter
{
    public static string Emit(Network network, CancellationToken cancellation)
    {
        var compiled = new CompiledNetwork(network);
        cancellation.ThrowIfCancellationRequested();
        var writer = new CodeWriter();
        HeadEmitter.Emit(writer, compiled);
        var blocks = new Stack<IDisposable>();
        if (network.Class.Namespace.Length > 0)
        {
            writer.Line($"namespace {network.Class.Namespace};").Gap();
        }

        foreach (string container in network.Class.Containers)
        {
            blocks.Push(writer.Block(container));
        }

        string @interface = $"global::NetGen.INetwork<{compiled.Element.Name}>";
        using (writer.Block($"partial {network.Class.Keyword} {network.Class.Identifier} : {@interface}"))
        {
            new ClassEmitter(writer, compiled).Emit(cancellation);
        }

        while (blocks.Count > 0)
        {
            blocks.Pop().Dispose();
        }

        return writer.ToString();
    }
}
