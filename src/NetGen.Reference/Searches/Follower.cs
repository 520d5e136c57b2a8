namespace NetGen.Reference;

/// <summary>Lets a network's declared optimizer and clipping follow gradients that come from elsewhere than its backward pass.</summary>
internal sealed class Follower
{
    private readonly Optimizer optimizer;
    private readonly Clipping clipping;
    private readonly double learningRate;

    /// <param name="objective">What is made small.</param>
    /// <param name="learningRate">Above 0; null for the declared one.</param>
    public Follower(Objective objective, double? learningRate)
    {
        SearchCheck.RequirePositive(learningRate ?? 1, "options.LearningRate");
        var description = objective.Description;
        optimizer = OptimizerKinds.Create(description.Optimizer, objective.Length);
        clipping = Clipping.Of(description);
        this.learningRate = learningRate ?? description.Optimizer.Number("learningRate");
    }

    /// <summary>Changes the parameters.</summary>
    public void Update(double[] parameters, double[] gradient)
    {
        double norm = Math.Sqrt(gradient.Sum(g => g * g));
        optimizer.Update(parameters, clipping.Apply(gradient, norm), learningRate);
    }
}
