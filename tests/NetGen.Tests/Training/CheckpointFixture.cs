namespace NetGen.Tests.Training;

/// <summary>A folder for a checkpoint, samples, and options that write one.</summary>
public abstract class CheckpointFixture : IDisposable
{
    private protected static readonly Dataset<double> Data = Samples.Clouds(40);

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("netgen-checkpoint-").FullName;

    private protected string FilePath => Path.Combine(Folder, "inner", "training.safetensors");

    private protected FitOptions Options => new() { Epochs = 3, BatchSize = 8, Seed = 4, Checkpoint = new(FilePath) };

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected static double[] Weights(LinearModel model) =>
        [.. model.Parameters.ToArray("dense1.weight"), .. model.Parameters.ToArray("dense1.bias")];
}
