using System.Threading;
using NetGen.Generator.Binding;

namespace NetGen.Generator.Emission;

/// <summary>Writes the whole file of one network.</summary>
internal static class NetworkEmitter
{
    public static string Emit(Network network, CancellationToken cancellation)
    {
        var compiled = CompiledNetwork.Compile(network, cancellation);
        var writer = new CodeWriter();
        HeadEmitter.Emit(writer, compiled);
        ClassFrame.Emit(writer, network.Class, compiled.Element, () => new ClassEmitter(writer, compiled).Emit(cancellation));
        return writer.ToString();
    }
}
