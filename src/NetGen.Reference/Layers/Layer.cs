namespace NetGen.Reference;

/// <summary>One node of a network.</summary>
internal abstract class Layer
{
    /// <summary>The place among the network's layers; the input is 0.</summary>
    public int Place { get; set; }

    /// <summary>Computes the output, and records on the tape how its adjoint reaches the inputs and the parameters.</summary>
    public abstract Tensor Forward(Tape tape, params Tensor[] inputs);
}
