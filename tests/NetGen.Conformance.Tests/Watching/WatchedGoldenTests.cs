using NetGen.Conformance.Tests.Generated;
using NetGen.Conformance.Tests.Golden;

namespace NetGen.Conformance.Tests.Watching;

/// <summary>A training that is watched at every step is PyTorch's all the same, and nothing is wrong with it.</summary>
public sealed class WatchedGoldenTests
{
    [GoldenTheory(typeof(GeneratedEngine<double>))]
    [ClassData(typeof(GoldenFolder))]
    public void Nothing_is_found(string name)
    {
        var golden = GoldenFolder.Read(name);
        var subject = (GeneratedSubject<double>)new GeneratedEngine<double>().Create(golden);
        var watch = new NetworkWatch { Every = 1 };
        subject.BeWatched(watch);

        GoldenTrajectory.RunInSteps(subject, golden).ShouldBeEmpty();

        watch.Step.ShouldBe(golden.Steps.Count);
        watch.GradientNorm.ShouldBe(golden.Steps[^1].GradientNorm, 1e-6 * golden.Steps[^1].GradientNorm);
        watch.Findings.ShouldBeEmpty();
    }
}
