using System.Numerics;

namespace NetGen.Reference;

/// <summary>
/// The objective of a generated network by its trainer's own forward pass and loss: what its backward pass is the derivative of.
/// Noise stays what the last backward pass had.
/// </summary>
internal sealed class TrainerObjective<T> : Objective
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Func<T> run;
    private readonly Trainer<T> trainer;
    private readonly long pass;
    private readonly ParameterCopy<T> parameters;

    /// <param name="network">What is trained.</param>
    /// <param name="trainer">Its trainer.</param>
    /// <param name="run">Runs the trainer's forward pass and loss.</param>
    public TrainerObjective(INetwork<T> network, Trainer<T> trainer, Func<T> run)
        : base(network.Description, Penalty.Of(network.Description))
    {
        this.run = run;
        this.trainer = trainer;
        pass = trainer.PassCount;
        parameters = new ParameterCopy<T>(trainer.Parameters);
    }

    public override Objective Clone() => throw new NotSupportedException("A trainer belongs to one thread.");

    private protected override void Read(string tensor, Span<double> elements) => parameters.Read(tensor, elements);

    private protected override void Write(string tensor, ReadOnlySpan<double> elements) => parameters.Write(tensor, elements);

    private protected override double Value()
    {
        trainer.PassCount = pass - 1;
        return double.CreateTruncating(run());
    }
}
