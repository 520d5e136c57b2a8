using NetGen.Conformance.Tests.Reference;
using NetGen.Reference;
using NetGen.Testing;

namespace NetGen.Conformance.Tests.Searches;

/// <summary>A network as a function of its parameters: the same by generated code and by the reference engine.</summary>
public sealed class ObjectiveTests
{
    [Fact]
    public void Both_engines_agree_with_penalties()
    {
        var reference = Samples.Build(Tasks.IrisNet);
        var (inputs, labels) = (Tasks.Iris.Inputs.ToArray(), Tasks.Iris.Labels.ToArray());
        var generated = Tasks.Generated(Tasks.IrisNet, Tasks.Iris);
        double[] parameters = generated.ReadParameters();
        parameters.ShouldBe(reference.Parameters.Values.SelectMany(elements => elements));
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i] += 0.01 * i;
        }

        double value = generated.Evaluate(parameters);
        Tasks.Reference(Tasks.IrisNet, Tasks.Iris).Evaluate(parameters).ShouldBe(value, 1e-12);
        generated.ReadParameters().ShouldBe(parameters);
        generated.Clone().Evaluate(parameters).ShouldBe(value);
        generated.Clone().ReadParameters().ShouldBe(parameters);

        int start = 0;
        foreach (double[] elements in reference.Parameters.Values)
        {
            Array.Copy(parameters, start, elements, 0, elements.Length);
            start += elements.Length;
        }

        reference.Objective(inputs, labels).ShouldBe(value, 1e-12);
        reference.Objective(inputs, labels).ShouldBeGreaterThan(reference.Loss(inputs, labels) + 1e-3);
    }

    [Fact]
    public void The_network_of_the_reference_engine_is_left_as_it_is()
    {
        var network = Samples.Build(Tasks.XorNet);
        double before = network.Parameters["dense1.weight"][0];
        var objective = Objective.OfReference(network, Tasks.Xor);
        objective.Evaluate(new double[objective.Length]);
        network.Parameters["dense1.weight"][0].ShouldBe(before);
    }

    [Fact]
    public void An_evaluation_of_a_generated_network_allocates_nothing()
    {
        foreach (var objective in (Objective[])[Tasks.Generated(Tasks.XorNet, Tasks.Xor), Tasks.Generated(Tasks.IrisNet, Tasks.Iris)])
        {
            double[] parameters = objective.ReadParameters();
            Allocations.ShouldBeNone(() => objective.Evaluate(parameters), () => objective.Evaluate(parameters));
        }
    }

    [Fact]
    public void Clones_do_not_share_a_network()
    {
        var net = Tasks.Create(Tasks.XorNet);
        var shared = Objective.OfPrediction(() => net, Tasks.Xor);
        const string Message = "Expected a new Xor for each clone of its objective, but got one whose parameters another has already.";
        Should.Throw<InvalidOperationException>(shared.Clone).Message.ShouldBe(Message);
        Should.Throw<InvalidOperationException>(() => EvolutionStrategy.Minimize(shared, new() { Threads = 2 })).Message.ShouldBe(Message);
        EvolutionStrategy.Minimize(shared, new() { Steps = 1 }).Evaluations.ShouldBeGreaterThan(0);

        int calls = 0;
        var second = Tasks.Create(Tasks.XorNet);
        var sharedByClones = Objective.OfPrediction(() => calls++ == 0 ? Tasks.Create(Tasks.XorNet) : second, Tasks.Xor);
        var clone = sharedByClones.Clone();
        Should.Throw<InvalidOperationException>(sharedByClones.Clone);
        Should.Throw<InvalidOperationException>(clone.Clone);
        GC.KeepAlive(clone);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var objective = Tasks.Generated(Tasks.XorNet, Tasks.Xor);
        Should.Throw<ArgumentException>(() => objective.Evaluate(new double[3])).Message.ShouldContain("Expected 17 parameters of Xor");
        Should.Throw<ArgumentException>(() => Tasks.Generated(Tasks.XorNet, Tasks.Iris));
        Should.Throw<ArgumentException>(() => Tasks.Reference(Tasks.XorNet, Tasks.Iris));
        Should.Throw<ArgumentException>(() => Tasks.Generated(Tasks.IrisNet, Tasks.Xor));
    }
}
