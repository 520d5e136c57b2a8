namespace NetGen.Reference;

/// <summary>
/// The operations of one forward pass in order. Each leaves behind how it hands the adjoint of its output on to its inputs;
/// run backwards, that is backpropagation.
/// </summary>
internal sealed class Tape(Pass pass)
{
    private readonly Stack<Action> operations = [];

    /// <summary>What the forward pass is for.</summary>
    public Pass Pass { get; } = pass;

    /// <summary>Appends an operation.</summary>
    /// <param name="addAdjoints">Adds to the gradients of the operation's inputs; adds, because an output may be read twice.</param>
    public void Record(Action addAdjoints) => operations.Push(addAdjoints);

    /// <summary>Adds the derivatives of a scalar to the gradients of everything it was computed from.</summary>
    public void Backward(Tensor root)
    {
        root.Gradient[0] = 1;
        while (operations.TryPop(out var addAdjoints))
        {
            addAdjoints();
        }
    }
}
