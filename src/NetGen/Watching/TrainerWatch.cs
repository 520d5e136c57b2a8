namespace NetGen;

/// <summary>Reads a trainer at the steps that are watched.</summary>
internal sealed class TrainerWatch<T> : ActivationVisitor<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly NetworkWatch watch;
    private readonly Trainer<T> trainer;
    private readonly LayerProbe[] probes;
    private readonly Dictionary<string, LayerProbe> byName;
    private readonly T[] before;
    private bool isReading;
    private double loss;
    private double gradientNorm;

    /// <param name="watch">Takes what is read.</param>
    /// <param name="trainer">What is read.</param>
    /// <param name="probes">Of its layers.</param>
    public TrainerWatch(NetworkWatch watch, Trainer<T> trainer, LayerProbe[] probes)
    {
        this.watch = watch;
        this.trainer = trainer;
        this.probes = probes;
        byName = probes.ToDictionary(probe => probe.Reading.Layer);
        before = new T[trainer.Gradients.Buffer.Length];
    }

    /// <summary>Whether the step that is running, or comes next, is watched.</summary>
    public bool IsDue => trainer.StepCount % watch.Every == 0;

    /// <summary>Starts a reading; the outputs of all layers follow.</summary>
    public void Begin(T loss)
    {
        isReading = true;
        this.loss = double.CreateTruncating(loss);
        foreach (var probe in probes)
        {
            probe.Begin();
        }
    }

    /// <inheritdoc/>
    public override void Visit(string layer, ref T first, int rows, int columns, int stride)
    {
        var probe = byName[layer];
        for (int row = 0; row < rows; row++)
        {
            probe.Add<T>(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref first, (nint)row * stride), columns));
        }
    }

    /// <summary>Reads gradients, and keeps the parameters as they are.</summary>
    public void BeforeUpdate()
    {
        if (!isReading)
        {
            return;
        }

        double sum = 0;
        foreach (var probe in probes)
        {
            if (probe.Tensors.Length > 0)
            {
                double norm = TensorNorms.Of<T>(trainer.Gradients.Buffer.Span, probe.Tensors);
                probe.Reading.GradientNorm = norm;
                sum += norm * norm;
            }
        }

        gradientNorm = Math.Sqrt(sum);
        trainer.Parameters.Buffer.Span[..before.Length].CopyTo(before);
    }

    /// <summary>Reads what the update has changed, and hands the whole reading over.</summary>
    public void AfterUpdate()
    {
        if (!isReading)
        {
            return;
        }

        isReading = false;
        foreach (var probe in probes)
        {
            ReadUpdate(probe);
            probe.End(watch.Limits.DeadWindow);
        }

        watch.Take(trainer.StepCount, loss, gradientNorm, trainer.LearningRate);
    }

    /// <summary>Reports a loss that is infinite or not a number.</summary>
    /// <param name="loss">Infinite, or not a number.</param>
    /// <param name="search">What was looked through for where it comes from.</param>
    /// <param name="step">The step that has it, from 1.</param>
    public void Report(T loss, NotFiniteSearch<T> search, long step)
    {
        if (watch.IsNew(FindingKind.NotANumber, search.Layer))
        {
            string message = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The loss is {loss}. {search.Describe()}").TrimEnd();
            watch.Add(new Finding(FindingKind.NotANumber, search.Layer, step, message));
        }
    }

    private void ReadUpdate(LayerProbe probe)
    {
        if (probe.Tensors.Length > 0)
        {
            double parameters = TensorNorms.Of<T>(before, probe.Tensors);
            double change = TensorNorms.OfChange<T>(before, trainer.Parameters.Buffer.Span, probe.Tensors);
            probe.Reading.ParameterNorm = parameters;
            probe.Reading.UpdateRatio = change == 0 ? 0 : change / parameters;
        }
    }
}
