using System.Globalization;

namespace NetGen;

/// <summary>
/// The loss became infinite or not a number. Nothing that follows could mend it, so the training ends; the parameters are
/// those after the step that showed it, and of no use.
/// </summary>
public sealed class TrainingDivergedException : InvalidOperationException
{
    /// <summary>Says where it happened and what helps.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="step">The step within it, from 1.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="learningRate">The learning rate of the step.</param>
    public TrainingDivergedException(int epoch, int step, double loss, double learningRate)
        : base(string.Create(CultureInfo.InvariantCulture,
            $"The loss is {loss} at step {step} of epoch {epoch}, with a learning rate of {learningRate}. Check the data for NaN and for inputs far from -1 .. 1, lower the learning rate, or clip the gradients ([ClipGradients])."))
    {
        Epoch = epoch;
        Step = step;
    }

    /// <summary>The epoch in which it happened, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The step within the epoch, from 1.</summary>
    public int Step { get; }
}
