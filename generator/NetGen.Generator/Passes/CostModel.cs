using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Binding;
using NetGen.Generator.Expressions;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Passes;

/// <summary>Every choice between ways to compute the same, with what was measured to set it.</summary>
/// <remarks>
/// What steps wait for where they fall short of the core's multiply-add limit. The times are measured part by part
/// (<c>tests/NetGen.Benchmarks -- --parts</c>, an AVX2 core of 82 GFLOP/s); the chains are counted in the disassembly, with the latencies
/// that Zen 3 is documented to have, and not measured:
/// <list type="bullet">
/// <item>the worked example, for one chain of some 140 cycles from weights to weights: two sigmoids of about 43, the division of each
/// 11 of them, then a dozen operations of 3 and 4, shuffles into and out of vectors (3 each, with what crosses between units), and one
/// way through memory of 9. A step took 136 to 148 cycles, C's 155;</item>
/// <item>iris, for the update, which is a root and a division a vector, 5 and 3.5 cycles of one unit, over 44 vectors, and for the calls
/// of a dozen small kernels;</item>
/// <item>digits, for some 14,900 cycles if nothing ever waits: 10,900 of multiply-adds, counted with those of padding, 2,600 of roots and
/// divisions in the update, 1,400 in the loss with the copy of the labels; it took 16,500 to 18,800, by the day, at four instructions a
/// cycle. An update that follows each few rows of a weight's gradient at once was 2 % slower: what the processor looks ahead does not
/// reach from roots to the next tile. Interleaved by hand, a root and a division cost 3 to 4 cycles of their 8.5, but in one loop with a
/// tile the JIT no longer keeps the tile in registers. Tiles of four rows alone reach the limit where six reach 94 %, and take the same
/// time with what is around them. Four partial sums of two vectors read four operands for three multiply-adds, 1,480 cycles where
/// 1,024 are the limit; of the 1,250 of the loss, exponentials take 490 by themselves and turning rows over 220. With 16 lanes (Zen 4) a
/// step takes 16,000 cycles on a quiet core: 11,500 in contractions at 93 to 100 % of the limit, 2,600 in the update, which has 151 roots
/// and divisions of 16 cycles, 1,350 in the loss. On a virtual machine it takes 18,700 at times when calls take 1.5 times their least,
/// multiply-adds 1.05 times, and chains of operations no longer than ever: as if somebody else's thread of the same core were at work;</item>
/// <item>wide, in a forward pass at 93 % of the limit and a backward pass at 86 %, for weights and gradients on their way from and to the
/// last cache, and in the update, 6 % of the step, for seven streams of memory: fetching ahead did not help it. Nor did an update
/// of each 24 or 48 rows behind their gradient: a step took 5 % longer, and as long as before where the operands were fetched meanwhile;</item>
/// <item>single samples of mnist, deep and wide, for weights, each of which is used once: <c>--quick</c> measures how long the core takes
/// to read as many bytes. mnist's 407 kB and deep's 202 kB come from the second cache: on Zen 3 and 4 at up to 32 bytes a cycle, where a
/// loop in C that only loads takes 3.55 us for mnist's, at 3.65 GHz; on Zen 5 at 48 to 51 of its 64, so that deep's take 1.16 us at
/// 3.47 GHz, and a prediction of which no value is 0 1.25. Neither fetching ahead, nor loads of 256 bits, nor prefetches past the first
/// cache, nor another order or place of the data changed that. Rows that meet a 0, half of them behind a <c>Relu</c>, are not read: deep
/// takes 1.07 to 1.09, wide 26 where it took 30. In C, half of deep's rows come in 0.56 to 0.76 us; the rest is each layer's wait for
/// the last one's results, which say what rows to read. To fetch some rows ahead meanwhile, needed or not, gained nothing;</item>
/// <item>wide on two threads, for activations and a quarter of the second layer's weights, which pass between the cores, and for one
/// another. In C, to write half of 2.7 MB that the other core has read takes 211 us where one has to wait 240 ns for the other, and 17 us
/// where nobody has read it. By samples, both members read all weights and each updates half: a step took 1,720 us on such cores, an
/// update of it 370, which one thread does in 150. By units, 1,420 and 140. Where members update 1 KB in turns of each row of a weight, as
/// it would be without strips, they fetch ahead of each other's lines, and the update takes 590. Where a member transposes what it will
/// read, the other has to ask its weights back before it updates them: 1,330 and 130. Where it transposes what it owns, past the caches,
/// 1,260 and 70. To store to weights ahead of their update, among the tiles of a gradient, costs as much as it saves: stores wait for
/// each other.</item>
/// </list>
/// </remarks>
internal static class CostModel
{
    /// <summary>
    /// Below this many multiply-adds a sample, a network is straight-line scalar code over locals. Measured, a dense
    /// layer of 4 x 4 with bias and ReLU: scalar code takes 4 to 6 ns where vectors take 2 to 3, so only smaller layers gain from it.
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
    /// How many elements a function of straight-line code takes at once: those that fill 128 bits, the vectors that every machine has.
    /// Where 256 are two of 128, as on Arm64, the JIT leaves the operations of wider ones as calls. Measured where 256 are one: floats
    /// take the same time, a 2-4-1 in double 116 to 162 ns a step, 106 to 126 with four at once.
    /// </summary>
    public static int PackSize(int elementBytes) => 16 / elementBytes;

    /// <summary>
    /// Whether straight-line code takes its sigmoids and hyperbolic tangents in whole. Around a call every vector register is
    /// saved to the stack, which the disassembly shows. The JIT stops inlining once a method has 512 locals, and then each
    /// operation is a call: it says so for the networks beyond this limit, where a function weighs as much as a dozen parameters.
    /// </summary>
    /// <param name="program">The network.</param>
    /// <param name="packSize">How many elements a function takes at once.</param>
    public static bool InlinesFunctions(TensorProgram program, int packSize) =>
        (12 * program.Forward.Concat(program.Loss).Concat(program.Backward).OfType<Map>().Sum(map => InlinedFunctions(map, packSize)))
            + program.Parameters.Sum(parameter => parameter.Size) <= 60;

    private static int InlinedFunctions(Map map, int packSize) =>
        (map.Result.Size + packSize - 1) / packSize * map.Value.All().OfType<Apply>().Where(apply => apply.Function is Function.Sigmoid or Function.Tanh).Distinct().Count();

    /// <summary>
    /// Whether straight-line code updates each parameter by itself, so that what has just been stored is loaded as it was stored, and a
    /// sample's gradients serve the update from registers. Vectors take roots and divisions of eight parameters in the time of one, and
    /// an update of many operations would have more locals than the JIT copes with. Measured, a step of Adam with one sample: 5-5-1 in
    /// 127 to 179 ns, 449 to 527 by parameter; 2-2-1 in the same time either way.
    /// </summary>
    public static bool UpdatesByParameter(TensorProgram program, IEnumerable<Expression> update)
    {
        var parts = update.SelectMany(value => value.All()).ToList();
        return !parts.Any(part => part is Apply { Function: Function.Sqrt } or Combine { Operator: Operator.Divide })
            && parts.Count(part => part is Apply or Combine) * program.Parameters.Sum(parameter => parameter.Size) <= MostUpdateOperations;
    }

    private const int MostUpdateOperations = 128;

    /// <summary>The multiply-adds of one sample's forward pass.</summary>
    public static long MultiplyAdds(TensorProgram program) => program.Forward.OfType<Contract>().Sum(MultiplyAdds);

    private static long MultiplyAdds(Contract contract) => (long)contract.Result.Size * contract.Right.Rows;

    /// <summary>
    /// How many interleaved partial sums a forward contraction keeps, fixed by the layer's shape alone. One sample of few units
    /// gives the multiply-adders a single chain, each link waiting 4 cycles for the last: 2 or 4 chains keep them busy. Over 16
    /// products, four of them and their joining take 22 cycles, one takes 64.
    /// </summary>
    public static int PartialSums(Contract contract)
    {
        bool forward = contract is { TransposeLeft: false, Right.PerSample: false } && contract.Left.PerSample;
        int depth = contract.Right.Rows;
        return !forward || depth < 16 ? 1 : contract.Result.Columns <= 16 ? 4 : contract.Result.Columns <= 32 ? 2 : 1;
    }

    /// <summary>
    /// Whether every lane takes a row, for which rows are turned over. Up to a block of columns this computes no more vectors than lanes
    /// along rows do, and nothing crosses lanes. Measured: the loss of 3 classes 22 to 12 ns a row, that of 10 classes 42 to 16.
    /// </summary>
    public static bool LanesAreRows(PointWork work) =>
        work.Space.Columns <= Padding.Block
        && work.Reductions.Any()
        && !work.Operations.Any(operation => operation.Operands.Any(operand => operand.Kind == TensorKind.Key));

    /// <summary>
    /// The parts of an expression that pointwise operations, each in the place of its reads, may have: beyond, results pass through memory.
    /// The layers that there are stay far below; many of them in a row, or an activation of the user's own, do not.
    /// </summary>
    public const int MostInlinedParts = 200;

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
    /// Whether the members of a team share out a layer by its units and not by samples, given its weight as it stands or transposed, or
    /// its gradient. Weights then stay with the core that updates them, but activations pass between cores, and members wait for each
    /// other in every layer.
    /// </summary>
    /// <remarks>
    /// Measured where a word takes 250 ns from one core to the other, microseconds a step of one thread, of two by samples, and of two by
    /// units: 784-512-512-10 at 128 samples 2,520, 1,720 and 1,420, at 64 1,340, 1,200 and 810; 784-128-10 at 64 159, 145 and 103; four
    /// layers of 256 at 64 396, 427 and 336. Layers of 128 x 128 at 128 take 186, 204 and 215.
    /// </remarks>
    public static bool SharesUnits(Tensor weight) => weight.IsInStrips() && weight.Columns >= 2 * Padding.Strip && weight.Size >= SharedWeights;

    private const int SharedWeights = 64 * 1024;

    /// <summary>
    /// The fewest samples that are worth another thread. It has to make up for the waits of a step, and for what passes between the cores
    /// of weights, which are about as many as the multiply-adds of a sample, in layers that are shared out by samples.
    /// </summary>
    /// <remarks>
    /// Measured where a word takes 250 ns from one core to the other, so that a step is no longer on any cores; the batch at which two
    /// threads took as long as one: 784-512-512-10, 784-128-10 and four layers of 256 at 32 or below, 784-300-100-10 about 36, four
    /// layers of 128 about 200, thirteen of 64 about 256 to 400. 2048-2048-10, nearly all of which goes by units, gains from 2 samples on.
    /// </remarks>
    public static int LeastShare(TensorProgram program, int waits)
    {
        long bySamples = program.Forward.OfType<Contract>().Where(contract => !SharesUnits(contract.Right)).Sum(MultiplyAdds);
        return (int)Math.Max(1, ((SamplesOfWeights * bySamples) + (waits * MultiplyAddsOfWait)) / MultiplyAdds(program));
    }

    /// <summary>As many samples take as long as the weights on their way.</summary>
    private const long SamplesOfWeights = 30;

    /// <summary>What a thread does while it waits for another that is far away.</summary>
    private const long MultiplyAddsOfWait = 250_000;
}
