using System;
using System.Linq;
using NetGen.Generator.Binding;
using NetGen.Generator.Expressions;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Passes;

/// <summary>Every choice between ways to compute the same, with what was measured to set it.</summary>
internal static class CostModel
{
    /// <summary>
    /// Below this many multiply-adds a sample, a network is straight-line scalar code over locals. Measured (design, "dense
    /// n x n"): scalar code takes 4 to 6 ns at 4 x 4 where vectors take 2 to 3, so only smaller layers gain from it.
    /// </summary>
    private const int StraightLineMultiplyAdds = 32;

    /// <summary>Straight-line code keeps every intermediate of one sample in a local: the JIT copes with some hundreds.</summary>
    private const int StraightLineElements = 64;

    /// <summary>Bytes of stack that predicting may take; beyond, memory of the thread serves.</summary>
    public const int LargestStack = 48 * 1024;

    /// <summary>Rows that one call of the prediction kernels works on, at most: a multiple of both tile heights.</summary>
    private const int LargestBlock = 96;

    /// <summary>Whether a network is straight-line code. Statistics of a batch, tensors that are not learned and noise are the kernels' alone.</summary>
    public static bool IsStraightLine(TensorProgram program) =>
        program.Buffers.Count + program.Keys.Count == 0
        && MultiplyAdds(program) <= StraightLineMultiplyAdds
        && program.Forward.Sum(operation => operation.Result.Size) + program.Input.Size <= StraightLineElements
        && program.Parameters.Sum(parameter => parameter.Size) <= StraightLineElements;

    /// <summary>
    /// Whether straight-line code takes its sigmoids and hyperbolic tangents in whole. Around a call every vector register is
    /// saved to the stack, which the disassembly shows. The JIT stops inlining once a method has had its share, and then each
    /// operation is a call.
    /// </summary>
    public static bool InlinesFunctions(TensorProgram program) =>
        program.Forward.OfType<Map>().Sum(map => (map.Result.Size + 3) / 4 * map.Value.All().OfType<Apply>().Count(apply => apply.Function != Function.Negate))
            <= MostInlinedFunctions;

    private const int MostInlinedFunctions = 4;

    /// <summary>The multiply-adds of one sample's forward pass.</summary>
    public static long MultiplyAdds(TensorProgram program) =>
        program.Forward.OfType<Contract>().Sum(contract => (long)contract.Result.Size * contract.Right.Rows);

    /// <summary>
    /// How many interleaved partial sums a forward contraction keeps, fixed by the layer's shape alone. One sample of few units
    /// gives the multiply-adders a single chain, each link waiting 4 cycles for the last: 2 or 4 chains keep them busy.
    /// </summary>
    public static int PartialSums(Contract contract)
    {
        bool forward = contract is { TransposeLeft: false, Right.PerSample: false } && contract.Left.PerSample;
        int depth = contract.Right.Rows;
        return !forward || depth < 32 ? 1 : contract.Result.Columns <= 16 ? 4 : contract.Result.Columns <= 32 ? 2 : 1;
    }

    /// <summary>The samples that predicting many takes at a time, so that their memory fits the stack.</summary>
    /// <param name="perSample">The bytes of each sample.</param>
    /// <param name="besides">The bytes besides.</param>
    public static int PredictionBlock(long perSample, long besides)
    {
        int block = (int)Math.Min(LargestBlock, Math.Max(0, LargestStack - besides) / Math.Max(1, perSample));
        return block >= 12 ? block / 12 * 12 : Math.Max(1, block);
    }

    /// <summary>
    /// Whether the trainer of a network can be shared among threads. Below this many multiply-adds a sample it takes a batch of
    /// hundreds until a second thread gains anything, and the code is better without.
    /// </summary>
    public static bool IsDivided(TensorProgram program) => MultiplyAdds(program) >= DividedMultiplyAdds;

    private const int DividedMultiplyAdds = 8192;

    /// <summary>
    /// The fewest samples that are worth another thread: at least a tile's rows, and so many that the waits of a step take less than
    /// about a quarter of the time of such a share.
    /// </summary>
    public static int LeastShare(TensorProgram program, int waits) =>
        (int)Math.Max(LeastRows, waits * MultiplyAddsOfWait / (3 * MultiplyAdds(program)));

    /// <summary>Fewer rows than a tile has take as long as a whole tile.</summary>
    private const int LeastRows = 6;

    /// <summary>Four times what a thread does while it waits for another: about a microsecond, at 50 thousand multiply-adds in one.</summary>
    private const long MultiplyAddsOfWait = 200_000;
}
