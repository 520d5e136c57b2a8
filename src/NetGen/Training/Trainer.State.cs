namespace NetGen;

/// <content>What steps leave behind for later steps, to files and from them.</content>
public abstract partial class Trainer<T>
{
    /// <summary>What must be the same of the network in a file to go on from it.</summary>
    internal IReadOnlyList<(string Name, string Value)> Fingerprint => NetworkFingerprint.Of(Description);

    /// <summary>
    /// Writes to a file what the next steps depend on: parameters, the optimizer's state, the numbers of updates and passes, the
    /// learning rate and the seed of noise. What a program sets on a trainer itself, such as class weights, is to be set again. The file
    /// is a safetensors file; it is replaced as a whole or not at all.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidOperationException">Gradients have been accumulated and not yet been used: save after an update.</exception>
    /// <exception cref="IOException">The file cannot be written; one that exists is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only or a folder, or its folder is not to be written to; nothing has changed.</exception>
    public void SaveState(string path) => TrainerFile.Save(path, this, [], []);

    /// <summary>Goes on where another trainer of the same network was when it wrote a file: the steps that follow are the same to the bit.</summary>
    /// <param name="path">A file that <see cref="SaveState"/> wrote.</param>
    /// <exception cref="InvalidOperationException">Gradients have been accumulated and not yet been used: load after an update.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, or another network's or optimizer's, by their declarations; nothing has changed.</exception>
    /// <exception cref="IOException">The file cannot be read; nothing has changed.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is not to be read, or is a folder; nothing has changed.</exception>
    public void LoadState(string path) => TrainerFile.Load(path, this, _ => []);

    /// <summary>Hands everything that steps leave behind for later steps to a file, or takes it from one.</summary>
    internal void Exchange(TrainerState<T> state)
    {
        Require(accumulator.IsEmpty, "Gradients have been accumulated and not yet been used: save and load after Update.");
        long steps = state.Notes.Count("trainer.stepCount", StepCount);
        double rate = state.Notes.NotNegative("trainer.learningRate", LearningRate);
        long passes = state.Notes.Whole("trainer.passCount", PassCount);
        long seed = state.Notes.Whole("trainer.noiseSeed", NoiseSeed);
        if (state.IsRestoring)
        {
            (StepCount, LearningRate, PassCount, NoiseSeed) = (steps, rate, passes, seed);
            stage = Stage.Start;
        }

        ExchangeState(state);
    }

    /// <summary>Names the optimizer's buffers and values, for saving and for loading alike.</summary>
    /// <param name="state">Takes or gives each of them.</param>
    protected virtual void ExchangeState(TrainerState<T> state)
    {
    }
}
