using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Passes;

/// <summary>
/// Finds where the members of a team wait for each other: before a step that reads or overwrites what another member may be writing
/// or reading. Steps that share out samples need no wait between them where they touch the same places of memory, since a member's
/// samples are the same in all of them; nor do steps that share out the same columns.
/// </summary>
internal static class Waits
{
    /// <summary>The steps of one pass before which all members must have finished all earlier ones.</summary>
    public static HashSet<Step> Before(IEnumerable<Step> pass, MemoryLayout memory)
    {
        var waits = new HashSet<Step>();
        var since = new List<Access>();
        foreach (var step in pass)
        {
            var accesses = AccessesOf(step, memory).ToList();
            if (accesses.Any(access => since.Any(access.Disturbs)))
            {
                waits.Add(step);
                since.Clear();
            }

            since.AddRange(accesses);
        }

        return waits;
    }

    /// <summary>How often the members wait in one training step: within the passes, and at the beginning and the end of each.</summary>
    public static int Count(TrainingPlan training)
    {
        IReadOnlyList<Step>[] passes = [training.Forward, training.Loss, training.Backward];
        return passes.Sum(pass => Before(pass, training.Memory).Count) + (2 * (passes.Length + 1));
    }

    private static IEnumerable<Access> AccessesOf(Step step, MemoryLayout memory) =>
        step.Operands.Where(tensor => tensor.Kind is not (TensorKind.Argument or TensorKind.Key)).Select(tensor => new Access(step, tensor, false, memory))
            .Concat(step.Stored.Select(tensor => new Access(step, tensor, true, memory)));

    private sealed class Access(Step step, Tensor tensor, bool writes, MemoryLayout memory)
    {
        private readonly int? offset = memory.Offsets.TryGetValue(tensor, out int found) ? found : null;

        private Division Division => step.Division;

        private Tensor Tensor => tensor;

        private bool Writes => writes;

        /// <summary>Whether the two may not happen at the same time, on different members.</summary>
        public bool Disturbs(Access earlier) =>
            (writes || earlier.Writes) && memory.Overlap(tensor, earlier.Tensor) && !IsDoneBySameMember(earlier);

        private bool IsDoneBySameMember(Access other) => (Division, other.Division) switch
        {
            (Division.None, Division.None) => true,
            (Division.Samples, Division.Samples) => tensor.PerSample && other.Tensor.PerSample
                && offset == other.offset && SampleSize(tensor) == SampleSize(other.Tensor),
            (Division.Columns, Division.Columns) => IsOfOwnColumns && other.IsOfOwnColumns
                && offset == other.offset && tensor.Rows == other.Tensor.Rows && tensor.Columns == other.Tensor.Columns,
            _ => false,
        };

        /// <summary>Whether a member that has a share of columns touches no others: it reads all of a left factor and of what it transposes.</summary>
        private bool IsOfOwnColumns => tensor.Kind is TensorKind.Matrix or TensorKind.PerColumn
            && !(step is ContractStep contract && tensor == contract.Contract.Left)
            && !(step is TransposeStep transpose && tensor == transpose.Transpose.Source);

        private static int SampleSize(Tensor tensor) => tensor.Rows * tensor.Stride();
    }
}
