namespace NetGen;

/// <summary>Where a training is.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Epochs">The number of epochs that there may be.</param>
/// <param name="Batch">How many batches of the epoch have been learned from.</param>
/// <param name="Batches">How many it has.</param>
/// <param name="Samples">The number of samples of the last batch.</param>
/// <param name="Loss">The mean loss over the epoch so far.</param>
/// <param name="LearningRate">The learning rate of the step.</param>
public readonly record struct TrainingProgress(int Epoch, int Epochs, int Batch, int Batches, int Samples, double Loss, double LearningRate);
