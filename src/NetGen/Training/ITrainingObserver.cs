namespace NetGen;

/// <summary>Is told how a training goes, on the thread that trains.</summary>
public interface ITrainingObserver
{
    /// <summary>A step has been made.</summary>
    /// <param name="progress">Where the training is.</param>
    void OnStep(in TrainingProgress progress);

    /// <summary>An epoch has ended.</summary>
    /// <param name="result">What it came to.</param>
    /// <param name="epochs">The number of epochs that there may be.</param>
    void OnEpoch(EpochResult result, int epochs);

    /// <summary>The training has ended, in whichever way. Where an exception has ended it, one of this method is passed over.</summary>
    void OnEnd();
}

/// <summary>Where a training is.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Epochs">The number of epochs that there may be.</param>
/// <param name="Batch">How many batches of the epoch have been learned from.</param>
/// <param name="Batches">How many it has.</param>
/// <param name="Samples">The number of samples of the last batch.</param>
/// <param name="Loss">The mean loss over the epoch so far.</param>
/// <param name="LearningRate">The learning rate of the step.</param>
public readonly record struct TrainingProgress(int Epoch, int Epochs, int Batch, int Batches, int Samples, double Loss, double LearningRate);
