namespace NetGen.Conformance.Tests.Golden;

/// <summary>Drives a network along a golden case and says where it leaves it.</summary>
public sealed class GoldenTrajectory
{
    private readonly IGoldenSubject subject;
    private readonly GoldenCase golden;
    private readonly Agreement agreement;
    private readonly Func<int, double> rateAt;

    private GoldenTrajectory(IGoldenSubject subject, GoldenCase golden)
    {
        this.subject = subject;
        this.golden = golden;
        rateAt = GoldenRates.Of(golden);
        agreement = new Agreement(subject.Precision, ProducerRounding.Of(golden));
    }

    /// <summary>Trains part by part, which shows gradients: losses, first gradients, gradient norms, final tensors, outputs.</summary>
    /// <returns>The differences; none if the network agrees.</returns>
    public static IReadOnlyList<string> RunInParts(IGoldenSubject subject, GoldenCase golden) =>
        new GoldenTrajectory(subject, golden).Run(inParts: true);

    /// <summary>Trains by whole steps: losses, final tensors, outputs.</summary>
    /// <returns>The differences; none if the network agrees.</returns>
    public static IReadOnlyList<string> RunInSteps(IGoldenSubject subject, GoldenCase golden) =>
        new GoldenTrajectory(subject, golden).Run(inParts: false);

    private IReadOnlyList<string> Run(bool inParts)
    {
        WriteInitial();
        for (int i = 0; i < golden.Steps.Count; i++)
        {
            var step = golden.Steps[i];
            double loss = inParts ? TrainInParts(step, i) : subject.Step(step.Inputs, step.Targets, rateAt(i));
            agreement.Check($"loss of step {i}", step.Loss, loss);
        }

        foreach (var (name, tensor) in golden.Final)
        {
            agreement.Check($"final {name}", tensor.Data, subject.Read(name));
        }

        agreement.Check("outputs", golden.Evaluation.Outputs, subject.Predict(golden.Evaluation.Inputs));
        return agreement.Differences;
    }

    private void WriteInitial()
    {
        subject.Parameters.Select(tensor => tensor.Name).ShouldBe(golden.FirstGradients.Keys, ignoreOrder: true);
        foreach (var tensor in subject.Parameters)
        {
            tensor.Shape.ShouldBe(golden.Initial[tensor.Name].Shape, tensor.Name);
        }

        foreach (var (name, tensor) in golden.Initial)
        {
            subject.Write(name, tensor.Data);
        }
    }

    private double TrainInParts(GoldenStep step, int index)
    {
        double loss = subject.Backward(step.Inputs, step.Targets);
        var gradients = subject.Parameters.ToDictionary(tensor => tensor.Name, tensor => subject.ReadGradient(tensor.Name));
        if (index == 0)
        {
            double largest = golden.FirstGradients.Values.SelectMany(gradient => gradient.Data).Max(Math.Abs);
            foreach (var (name, gradient) in golden.FirstGradients)
            {
                agreement.Check($"first gradient of {name}", gradient.Data, gradients[name], around: largest);
            }
        }

        double norm = Math.Sqrt(gradients.Values.Sum(gradient => gradient.Sum(g => g * g)));
        agreement.Check($"gradient norm of step {index}", step.GradientNorm, norm);
        subject.Update(rateAt(index));
        return loss;
    }
}
