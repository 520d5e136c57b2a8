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
