using System.Threading;

namespace NetGen.Generator.Emission;

/// <summary>Writes the members of the class.</summary>
internal sealed class ClassEmitter(CodeWriter writer, CompiledNetwork compiled)
{
    private readonly string type = compiled.Element.Name;
    private readonly string name = compiled.Network.Class.Identifier;

    private bool TakesLabels => compiled.Network.Loss.TakesLabels;

    private string TrainerType => $"global::NetGen.{(TakesLabels ? "Label" : "Value")}Trainer<{type}>";

    public void Emit(CancellationToken cancellation)
    {
        EmitCreation();
        new PredictionEmitter(writer, compiled).Emit();
        EmitTraining();
        EmitFiles();
        cancellation.ThrowIfCancellationRequested();
        writer.Gap();
        new DescriptionEmitter(writer, compiled).Emit();
        writer.Gap();
        var kernels = new KernelSet(compiled, cancellation);
        new KernelsEmitter(writer, compiled, kernels).Emit();
        writer.Gap();
        new TrainerEmitter(writer, compiled, kernels).Emit();
    }

    private void EmitCreation() => writer.Line($$"""
        /// <summary>The number of elements of one input sample.</summary>
        public const int InputSize = {{compiled.Network.Input.Shape.Size}};

        /// <summary>The number of elements of one sample's outputs.</summary>
        public const int OutputSize = {{compiled.Network.Output.Shape.Size}};

        /// <summary>The number of values that are learned.</summary>
        public const int ParameterCount = {{compiled.ParameterCount}};

        /// <summary>Creates the network with initialised parameters.</summary>
        /// <param name="seed">What they are drawn from; the same seed gives the same parameters on every machine.</param>
        public {{name}}(int seed = 0)
        {
            global::NetGen.Initialization.Fill(Parameters, seed);
        }

        /// <summary>The network as plain data.</summary>
        public static global::NetGen.NetworkDescription Description => Declared.Description;

        /// <summary>The parameters by name, in PyTorch's names and layout.</summary>
        public global::NetGen.Weights.TensorStore<{{type}}> Parameters { get; } = new({{compiled.Parameters.StoredLength}}, Declared.Layouts);

        global::NetGen.NetworkDescription global::NetGen.INetwork<{{type}}>.Description => Description;
        """).Gap();

    private void EmitTraining()
    {
        string threads = compiled.IsDivided
            ? "The most threads that share a step, at least 1; no more than there are processors, and samples worth it. The bits are the same for any number."
            : "At least 1; a network as small as this uses one, which is faster.";
        writer.Line($"""
            /// <summary>Creates what trains this network; all its memory is taken here.</summary>
            /// <param name="batchSize">The largest number of samples of one step, at least 1.</param>
            /// <param name="threads">{threads}</param>
            /// <exception cref="global::System.ArgumentOutOfRangeException">One of them is below 1, or a batch takes more memory than one buffer can hold.</exception>
            """);
        using (writer.Block($"public {TrainerType} CreateTrainer(int batchSize, int threads = 1)"))
        {
            writer.Line($"""
                global::System.ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
                global::System.ArgumentOutOfRangeException.ThrowIfGreaterThan(batchSize, {TrainerEmitter.MostSamples(compiled)});
                global::System.ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
                """).Gap();
            string asked = compiled.IsDivided ? ", threads" : "";
            LaneDispatch.Emit(writer, type, lanes => $"return new LaneTrainer<{lanes}>(Parameters, batchSize{asked});", returns: true);
        }

        writer.Gap();
        writer.Line($"""
            global::NetGen.Trainer<{type}> global::NetGen.INetwork<{type}>.CreateTrainer(int batchSize, int threads) => CreateTrainer(batchSize, threads);

            /// <summary>Trains the network on a data set.</summary>
            /// <param name="train">What it learns from.</param>
            /// <param name="options">Epochs, batch size, validation data and the like; the defaults where null.</param>
            /// <returns>Losses and accuracies, epoch by epoch.</returns>
            /// <exception cref="global::System.ArgumentException">The data does not fit the network; nothing has changed.</exception>
            public global::NetGen.FitHistory Fit(global::NetGen.Dataset<{type}> train, global::NetGen.FitOptions? options = null) =>
                global::NetGen.TrainingLoop.Fit(this, train, options);

            /// <summary>The loss, and the accuracy where there is one, on a data set.</summary>
            /// <param name="data">The samples with what their outputs should be.</param>
            public global::NetGen.Evaluation Evaluate(global::NetGen.Dataset<{type}> data) => global::NetGen.TrainingLoop.Evaluate(this, data);
            """).Gap();
    }

    private void EmitFiles() => writer.Line($$"""
        /// <summary>Writes the parameters to a file in the safetensors format.</summary>
        /// <param name="path">The file; it is replaced as a whole or not at all.</param>
        public void Save(string path) => global::NetGen.Weights.Safetensors.Save(path, Parameters);

        /// <summary>Creates the network with parameters from a file in the safetensors format.</summary>
        /// <param name="path">A file that holds this network's tensors, by their names.</param>
        /// <exception cref="global::System.IO.InvalidDataException">The file is damaged, or its tensors are not this network's.</exception>
        public static {{name}} Load(string path)
        {
            {{name}} network = new(0);
            global::NetGen.Weights.Safetensors.Load(path, network.Parameters);
            return network;
        }
        """);
}
