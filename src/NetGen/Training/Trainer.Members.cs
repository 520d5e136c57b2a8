using NetGen.Threading;

namespace NetGen;

/// <content>Passes that several threads share.</content>
public abstract partial class Trainer<T> : IDisposable, ITeamWork
{
    private int leastSamples;
    private TeamOwner? team;
    private Pass pass;
    private unsafe T* inputsOfPass;

    /// <summary>The parts of a step that threads share.</summary>
    protected enum Pass
    {
        /// <summary>From the inputs to the outputs.</summary>
        Forward,

        /// <summary>From the outputs to the loss.</summary>
        Loss,

        /// <summary>From the loss to the gradients.</summary>
        Backward,

        /// <summary>From the gradients to the parameters.</summary>
        Update,

        /// <summary>From the inputs to the outputs as in prediction, where that is something else than in training.</summary>
        Evaluate,
    }

    /// <summary>
    /// The number of threads that share a step, the calling one included: at most as many as were asked for. A step of few samples
    /// uses one all the same.
    /// </summary>
    public int Threads => team?.Members ?? 1;

    /// <summary>
    /// Ends the threads that help. The trainer itself needs no disposal: it goes on with the calling thread alone, to the same bits.
    /// A trainer that nobody holds any more ends them too.
    /// </summary>
    public void Dispose()
    {
        team?.Dispose();
        team = null;
        GC.SuppressFinalize(this);
    }

    /// <summary>The element at an offset.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static ref T At(ref T start, nint offset) => ref Unsafe.Add(ref start, offset);

    /// <inheritdoc/>
    unsafe void ITeamWork.Run(Member member) => RunShare(pass, member, ref *inputsOfPass);

    /// <summary>Runs one member's share of a pass; only in trainers that call <see cref="Divide"/>.</summary>
    /// <param name="pass">What is run.</param>
    /// <param name="member">Whose share.</param>
    /// <param name="inputs">The first of <see cref="Samples"/> samples.</param>
    protected virtual void RunShare(Pass pass, Member member, ref T inputs) => throw new NotSupportedException();

    /// <summary>Runs a pass on all members where there are samples enough, and on this thread alone elsewhere.</summary>
    /// <param name="pass">What is run.</param>
    /// <param name="inputs">What the members get: the first of <see cref="Samples"/> samples.</param>
    protected unsafe void Divide(Pass pass, ref T inputs)
    {
        if (team is null || Samples < leastSamples)
        {
            RunShare(pass, default, ref inputs);
            return;
        }

        this.pass = pass;
        fixed (T* pinned = &inputs)
        {
            inputsOfPass = pinned;
            team.Run(this);
        }
    }

    /// <summary>Starts as many threads as are asked for, there are processors, and there is work for.</summary>
    private void StartThreads(int threads, int leastShare)
    {
        int members = Math.Min(Math.Min(threads, Environment.ProcessorCount), BatchSize / leastShare);
        if (members > 1)
        {
            leastSamples = 2 * leastShare;
            team = new TeamOwner(members);
        }
    }
}
