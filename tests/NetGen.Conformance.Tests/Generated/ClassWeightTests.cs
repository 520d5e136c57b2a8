using NetGen.Reference;

namespace NetGen.Conformance.Tests.Generated;

/// <summary>Class weights against the reference engine, in kernels and in straight-line code.</summary>
public sealed class ClassWeightTests
{
    private const int Batch = 13;

    [Theory]
    [MemberData(nameof(TrainingCases.NamesWithLabels), MemberType = typeof(TrainingCases))]
    public void Weighted_steps_are_the_references(string name)
    {
        var network = TrainingCases.InDouble.Create(TrainingCases.Spec(name));
        var reference = new ReferenceNetwork(TrainingCases.Spec(name).Describe());
        reference.CopyFrom(network.Parameters);
        double[] weights = [.. Enumerable.Range(0, network.Description.OutputSize).Select(i => 0.3 + 1.7 * i)];
        var parts = (LabelTrainer<double>)network.CreateTrainer(Batch);
        parts.ClassWeights = weights;
        for (int step = 0; step < 4; step++)
        {
            var data = TrainingCases.Data<double>(network.Description, step == 2 ? 4 : Batch, seed: step);
            int[] labels = data.Labels.ToArray();
            double expected = reference.Backward(data.Inputs.ToArray(), Targets.Weighted(labels, weights));
            reference.Update();
            parts.Forward(data.Inputs);
            parts.Loss(labels).ShouldBe(expected, 1e-11);
            parts.Backward();
            parts.Update();
            ShouldBeNear(network, reference);
        }
    }

    /// <summary>Whole steps take another way than their parts; the evaluation between them must leave nothing behind.</summary>
    [Theory]
    [MemberData(nameof(TrainingCases.NamesWithLabels), MemberType = typeof(TrainingCases))]
    public void Whole_steps_are_their_parts_and_evaluations_are_not_weighted(string name)
    {
        var (one, other) = (TrainingCases.InFloat.Create(TrainingCases.Spec(name)), TrainingCases.InFloat.Create(TrainingCases.Spec(name)));
        var data = TrainingCases.Data<float>(one.Description, Batch);
        float[] inputs = data.Inputs.ToArray();
        var (whole, parts) = ((LabelTrainer<float>)one.CreateTrainer(Batch), (LabelTrainer<float>)other.CreateTrainer(Batch));
        float plain = whole.Evaluate(inputs, data.Labels);
        whole.ClassWeights = parts.ClassWeights = [.. Enumerable.Range(1, one.Description.OutputSize).Select(i => (double)i)];
        whole.Evaluate(inputs, data.Labels).ShouldBe(plain);
        float weighted = whole.Step(inputs, data.Labels);
        parts.Forward(inputs);
        parts.Loss(data.Labels).ShouldBe(weighted);
        parts.Backward();
        parts.Update();

        weighted.ShouldNotBe(plain);
        Bytes(one).ShouldBe(Bytes(other));
        whole.Evaluate(inputs, data.Labels).ShouldBe(((LabelTrainer<float>)one.CreateTrainer(Batch)).Evaluate(inputs, data.Labels));
    }

    [Theory]
    [MemberData(nameof(TrainingCases.NamesWithLabels), MemberType = typeof(TrainingCases))]
    public void Equal_weights_change_nothing(string name)
    {
        var (one, other) = (TrainingCases.InFloat.Create(TrainingCases.Spec(name)), TrainingCases.InFloat.Create(TrainingCases.Spec(name)));
        var data = TrainingCases.Data<float>(one.Description, 40);
        one.Fit(data, new FitOptions { Epochs = 2, BatchSize = 7 });
        other.Fit(data, new FitOptions { Epochs = 2, BatchSize = 7, ClassWeights = [.. Enumerable.Repeat(1.0, one.Description.OutputSize)] });

        Bytes(one).ShouldBe(Bytes(other));
    }

    [Theory]
    [MemberData(nameof(TrainingCases.NamesWithLabels), MemberType = typeof(TrainingCases))]
    public void Weights_that_only_double_has_are_refused_in_float(string name)
    {
        foreach (double weight in (double[])[1e-46, 1e-39, 1e39])
        {
            var (single, wide) = (TrainingCases.InFloat.Create(TrainingCases.Spec(name)), TrainingCases.InDouble.Create(TrainingCases.Spec(name)));
            double[] weights = [weight, .. Enumerable.Repeat(1.0, single.Description.OutputSize - 1)];
            var options = new FitOptions { Epochs = 1, ClassWeights = weights };
            var problem = Should.Throw<ArgumentException>(() => single.Fit(TrainingCases.Data<float>(single.Description, 40), options));
            problem.ParamName.ShouldBe("ClassWeights");
            problem.Message.ShouldContain("Expected weights within the normal numbers of float, but the weight of class 0 is 1E");
            wide.Fit(TrainingCases.Data<double>(wide.Description, 40), options);
        }
    }

    private static void ShouldBeNear(INetwork<double> network, ReferenceNetwork reference)
    {
        foreach (var (name, expected) in reference.Parameters)
        {
            double[] actual = network.Parameters.ToArray(name);
            for (int i = 0; i < expected.Length; i++)
            {
                actual[i].ShouldBe(expected[i], 1e-9, $"{name} {i}");
            }
        }
    }

    private static float[] Bytes(INetwork<float> network) => [.. network.Parameters.Tensors.SelectMany(tensor => network.Parameters.ToArray(tensor.Name))];
}
