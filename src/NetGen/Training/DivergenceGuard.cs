namespace NetGen;

/// <summary>Ends a training whose loss or weights are no longer finite.</summary>
internal sealed class DivergenceGuard<T>(Trainer<T> trainer, FitProgress progress)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Requires it of the loss of the step that has just been made.</summary>
    public void RequireFiniteStep(double loss, double learningRate)
    {
        if (!double.IsFinite(loss))
        {
            throw new TrainingDivergedException(progress.Epoch, progress.Batch, loss, learningRate, trainer.NotFiniteLayer, trainer.NotFiniteSource);
        }
    }

    /// <summary>
    /// Requires it of the weights, before they are kept: the last update may be the one that diverges, which no later step shows, and no
    /// good checkpoint is to be lost.
    /// </summary>
    public void RequireFiniteWeights()
    {
        if (NotFiniteSearch<T>.FirstOf(trainer.Parameters) is { } tensor)
        {
            Throw(null, $"'{tensor}' is not finite after the last update.");
        }
    }

    /// <summary>Requires it of the loss of the validation samples, where there are some.</summary>
    public void RequireFiniteJudgement(Evaluation? judged)
    {
        if (judged is { } result && !double.IsFinite(result.Loss))
        {
            Throw(result.Loss, "It is that of the validation samples.");
        }
    }

    private void Throw(double? loss, string source) =>
        throw new TrainingDivergedException(progress.Epoch, progress.Batch, loss, trainer.LearningRate, source: source);
}
