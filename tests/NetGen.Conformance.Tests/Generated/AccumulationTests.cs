namespace NetGen.Conformance.Tests.Generated;

/// <summary>Several small batches against one large one: the same gradients, penalties counted once, clipped after they are joined.</summary>
public sealed class AccumulationTests
{
    private const int Batch = 14;

    [Theory]
    [MemberData(nameof(TrainingCases.Names), MemberType = typeof(TrainingCases))]
    public void Small_batches_make_a_large_one(string name)
    {
        var (one, other) = (TrainingCases.InDouble.Create(TrainingCases.Spec(name)), TrainingCases.InDouble.Create(TrainingCases.Spec(name)));
        var (large, small) = (one.CreateTrainer(Batch), other.CreateTrainer(6));
        WeighClasses(large);
        WeighClasses(small);
        for (int step = 0; step < 4; step++)
        {
            var data = TrainingCases.Data<double>(one.Description, Batch, seed: step);
            Learn(large, data);
            large.Update();
            foreach (Range range in (Range[])[0..6, 6..8, 8..14])
            {
                Learn(small, data[range]);
                if (step % 2 == 0 || range.End.Value < Batch)
                {
                    small.Accumulate();
                }
            }

            small.Update();
            ShouldBeNear(small.Gradients, large.Gradients, 1e-13);
            ShouldBeNear(other.Parameters, one.Parameters, 1e-9);
        }

        small.StepCount.ShouldBe(4);
    }

    [Theory]
    [MemberData(nameof(TrainingCases.Names), MemberType = typeof(TrainingCases))]
    public void Fit_accumulates(string name)
    {
        var (one, other) = (TrainingCases.InDouble.Create(TrainingCases.Spec(name)), TrainingCases.InDouble.Create(TrainingCases.Spec(name)));
        var data = TrainingCases.Data<double>(one.Description, 52);
        var large = one.Fit(data, new FitOptions { Epochs = 2, BatchSize = 12, Seed = 3 });
        var small = other.Fit(data, new FitOptions { Epochs = 2, BatchSize = 4, AccumulationSteps = 3, Seed = 3 });

        small.Last.Loss.ShouldBe(large.Last.Loss, 1e-9);
        ShouldBeNear(other.Parameters, one.Parameters, 1e-8);
    }

    private static void WeighClasses(Trainer<double> trainer)
    {
        if (trainer is LabelTrainer<double> labels)
        {
            labels.ClassWeights = [.. Enumerable.Range(1, labels.Parameters.Tensors[^1].Length).Select(i => 1.0 / i)];
        }
    }

    private static void Learn(Trainer<double> trainer, Dataset<double> data)
    {
        trainer.Forward(data.Inputs);
        _ = trainer is LabelTrainer<double> labels ? labels.Loss(data.Labels) : ((ValueTrainer<double>)trainer).Loss(data.Targets);
        trainer.Backward();
    }

    private static void ShouldBeNear(Weights.TensorStore<double> actual, Weights.TensorStore<double> expected, double tolerance)
    {
        foreach (var tensor in expected.Tensors)
        {
            double[] wanted = expected.ToArray(tensor.Name);
            double[] got = actual.ToArray(tensor.Name);
            for (int i = 0; i < wanted.Length; i++)
            {
                got[i].ShouldBe(wanted[i], tolerance, $"{tensor.Name} {i}");
            }
        }
    }
}
