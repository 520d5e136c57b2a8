using System.Globalization;

namespace NetGen;

/// <summary>
/// The loss or a weight became infinite or not a number. Nothing that follows could mend it, so the training ends; the parameters are
/// those after the step that showed it, and of no use, or with <see cref="FitOptions.RestoreBest"/> those of the best epoch, once one
/// has ended.
/// </summary>
public sealed class TrainingDivergedException : InvalidOperationException
{
    /// <summary>Says where it happened and what helps.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="step">The step within it, from 1.</param>
    /// <param name="loss">The loss; null where it is not the loss that is not finite.</param>
    /// <param name="learningRate">The learning rate of the step.</param>
    /// <param name="layer">The first layer of whose outputs one is not finite; null where that is not known.</param>
    /// <param name="source">Where it comes from, as a sentence; empty where that is not known.</param>
    public TrainingDivergedException(int epoch, int step, double? loss, double learningRate, string? layer = null, string source = "")
        : base(string.Create(CultureInfo.InvariantCulture,
            $"{(loss is null ? "The training has diverged" : $"The loss is {loss.Value.ToString(CultureInfo.InvariantCulture)}")} at step {step} of epoch {epoch}, with a learning rate of {learningRate}. {source}{(string.IsNullOrEmpty(source) ? "" : " ")}{FindingAdvice.For(FindingKind.NotANumber)}"))
    {
        Epoch = epoch;
        Step = step;
        Layer = layer;
    }

    /// <summary>The epoch in which it happened, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The step within the epoch, from 1.</summary>
    public int Step { get; }

    /// <summary>
    /// The first layer, the input included, of whose outputs one was infinite or not a number; null where they were all finite, or where a
    /// step of one of the smallest networks did not keep them (see <see cref="FitOptions.Watch"/>).
    /// </summary>
    public string? Layer { get; }
}
