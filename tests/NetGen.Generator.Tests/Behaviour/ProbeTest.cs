using System.Numerics;

namespace NetGen.Generator.Tests.Behaviour;

/// <summary>A test of any network of any element type.</summary>
internal interface IProbeTest
{
    /// <summary>Runs the test on networks that are all created with the same seed.</summary>
    void Run<T>(Func<NetworkProbe<T>> create)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

internal static class ProbeTest
{
    /// <summary>Runs a test with the element type of a case.</summary>
    public static void Run(Probes probes, string name, IProbeTest test)
    {
        ProbeCase probe = Probes.Case(name);
        if (probe.IsDouble)
        {
            test.Run(() => new NetworkProbe<double>(probe, probes.Code.CreateNetwork<double>(name)));
        }
        else
        {
            test.Run(() => new NetworkProbe<float>(probe, probes.Code.CreateNetwork<float>(name)));
        }
    }
}
