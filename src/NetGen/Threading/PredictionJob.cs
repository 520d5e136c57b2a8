using System.Runtime.ExceptionServices;

namespace NetGen.Threading;

/// <summary>
/// The prediction of many samples by the calling thread and those of the pool that are free: each takes a block of samples, then the
/// next one that is left. Every calling thread keeps a job of its own, so that nothing is allocated after its first call.
/// </summary>
internal sealed unsafe class PredictionJob<T> : IThreadPoolWorkItem
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [ThreadStatic]
    private static PredictionJob<T>? ofThread;

    private readonly object gate = new();
    private INetwork<T>? network;
    private T* inputs;
    private T* outputs;
    private PredictionBlocks blocks;
    private int taken;
    private int queued;
    private int active;
    private bool isOpen;
    private ExceptionDispatchInfo? failure;

    /// <summary>
    /// Predicts all blocks, and returns when they are done. The thread's job is taken while it runs: a network that has others predict
    /// on several threads in their turn gets one of its own for them.
    /// </summary>
    public static void Predict(INetwork<T> network, ReadOnlySpan<T> inputs, Span<T> outputs, PredictionBlocks blocks, int threads)
    {
        var job = ofThread ?? new();
        ofThread = null;
        try
        {
            job.Run(network, inputs, outputs, blocks, threads);
        }
        finally
        {
            ofThread = job;
        }
    }

    private void Run(INetwork<T> network, ReadOnlySpan<T> inputs, Span<T> outputs, PredictionBlocks blocks, int threads)
    {
        fixed (T* first = inputs, results = outputs)
        {
            this.network = network;
            this.inputs = first;
            this.outputs = results;
            this.blocks = blocks;
            taken = 0;
            Uninterrupted.Do((Job: this, Helpers: threads - 1), static call => call.Job.Call(call.Helpers));
            TakeBlocks();
            Close();
        }

        this.network = null;
        if (failure is { } exception)
        {
            failure = null;
            exception.Throw();
        }
    }

    /// <summary>Helps, on a thread of the pool; one that comes too late finds the job closed, or helps the next.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        lock (gate)
        {
            queued--;
            if (!isOpen)
            {
                return;
            }

            Interlocked.Increment(ref active);
        }

        TakeBlocks();
        Interlocked.Decrement(ref active);
    }

    private void Call(int helpers)
    {
        int missing;
        lock (gate)
        {
            isOpen = true;
            missing = helpers - queued;
            queued = Math.Max(queued, helpers);
        }

        for (; missing > 0; missing--)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <summary>Lets nobody join any more, and waits for those who have.</summary>
    private void Close()
    {
        Uninterrupted.Do(this, static self => self.LetNobodyIn());

        // The last blocks are under way: a sleep would take longer.
        var spinner = default(SpinWait);
        while (Volatile.Read(ref active) > 0)
        {
            spinner.SpinOnce(sleep1Threshold: -1);
        }
    }

    private void LetNobodyIn()
    {
        lock (gate)
        {
            isOpen = false;
        }
    }

    private void TakeBlocks()
    {
        try
        {
            for (int block; (block = Interlocked.Increment(ref taken) - 1) < blocks.Count;)
            {
                int first = block * blocks.Samples;
                int count = Math.Min(blocks.Samples, blocks.AllSamples - first);
                network!.PredictMany(
                    new ReadOnlySpan<T>(inputs + ((nint)first * blocks.InputSize), count * blocks.InputSize),
                    new Span<T>(outputs + ((nint)first * blocks.OutputSize), count * blocks.OutputSize));
            }
        }
#pragma warning disable CA1031 // The caller gets it, whatever it is.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
        }
    }
}
