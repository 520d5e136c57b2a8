using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Passes;

/// <summary>Decides how a program runs: fused steps, what they store, and where.</summary>
internal static class Planner
{
    /// <summary>A plan for predicting: the forward pass, of which only the output is kept.</summary>
    public static Plan ForPrediction(TensorProgram program)
    {
        var steps = Fusion.Fuse(program.Forward);
        if (CostModel.IsDivided(program))
        {
            Divider.DivideForward(steps);
        }

        DecideStores(steps, [program.Output]);
        return new Plan(steps, MemoryPlanner.Place(steps, tensor => !program.IsOutside(tensor), [program.Output]));
    }

    /// <summary>
    /// A plan for the trainer's memory of what predicting does: its output stands where the loss reads that of training.
    /// </summary>
    public static Plan ForEvaluation(TensorProgram prediction, Plan plan, TensorProgram training, TrainingPlan trainingPlan)
    {
        var pinned = new Dictionary<Tensor, int> { [prediction.Output] = trainingPlan.Memory.Offsets[training.Output] };
        var memory = MemoryPlanner.Place(plan.Steps, tensor => !prediction.IsOutside(tensor), [prediction.Output], pinned);
        memory.ShareWith(trainingPlan.Memory);
        return new Plan(plan.Steps, memory);
    }

    /// <summary>Plans for the three parts of training, which share one arena.</summary>
    public static TrainingPlan ForTraining(TensorProgram program)
    {
        bool isDivided = CostModel.IsDivided(program);
        var backward = Transposition.Insert(program.Backward, isAhead: isDivided);
        var (forward, loss, back) = isDivided
            ? (Fusion.Fuse(program.Forward), FuseDivided(program.Loss), FuseDivided(backward))
            : (Fusion.Fuse(program.Forward), Fusion.Fuse(program.Loss), Fusion.Fuse(backward));
        var steps = forward.Concat(loss).Concat(back).ToList();
        if (isDivided)
        {
            Divider.Divide(steps);
        }

        var kept = new List<Tensor> { program.Output, program.LossSum };
        var gradients = new HashSet<Tensor>(program.Gradients.Values);
        DecideStores(steps, kept.Concat(gradients).Concat(program.Buffers));
        var memory = MemoryPlanner.Place(steps, tensor => !gradients.Contains(tensor) && !program.IsOutside(tensor), kept);
        return new TrainingPlan(forward, loss, back, memory);
    }

    /// <summary>Steps of which the last sum of each total stands apart, behind the others, where nothing in its own pass reads it.</summary>
    private static List<Step> FuseDivided(IEnumerable<Operation> operations)
    {
        var all = Totals.ByRows(operations).ToList();
        var read = new HashSet<Tensor>(all.SelectMany(operation => operation.Operands));
        var parts = all.ToLookup(operation => Totals.IsLast(operation) && !read.Contains(operation.Result));
        return [.. Fusion.Fuse(parts[false]), .. parts[true].SelectMany(total => Fusion.Fuse([total]))];
    }

    /// <summary>A result is stored where another step, or a later phase of its own, reads it.</summary>
    private static void DecideStores(IReadOnlyList<Step> steps, IEnumerable<Tensor> kept)
    {
        var read = new HashSet<Tensor>(steps.SelectMany(step => step.Operands).Concat(kept));
        foreach (var step in steps)
        {
            step.Stored.UnionWith(step.Results.Where(read.Contains));
            switch (step)
            {
                case PointStep { Work.LanesAreRows: true }:
                    // What only later phases read stays in the block of rows.
                    break;
                case PointStep { Work: var work }:
                    step.Stored.UnionWith(step.Results.Where(result => result.Kind == TensorKind.Matrix && work.IsReadLater(result)));
                    step.Stored.UnionWith(work.RowTotals.SelectMany(total => total.Operands).Where(operand => work.PhaseOf(operand) is not null));
                    break;
                case ContractStep contract:
                    ChooseDestination(contract);
                    break;
                case TransposeStep or RearrangeStep:
                    step.Stored.UnionWith(step.Results);
                    break;
            }
        }
    }

    /// <summary>Sums that nobody reads later are overwritten by the first result that is stored.</summary>
    private static void ChooseDestination(ContractStep step)
    {
        var replacement = step.Stored.Contains(step.Sums)
            ? null
            : step.Work.Operations.Select(operation => operation.Result).FirstOrDefault(step.Stored.Contains);
        step.Destination = replacement ?? step.Sums;
        step.Stored.Add(step.Destination);
    }
}

/// <summary>The three parts of training and their memory.</summary>
internal sealed record TrainingPlan(
    IReadOnlyList<Step> Forward,
    IReadOnlyList<Step> Loss,
    IReadOnlyList<Step> Backward,
    MemoryLayout Memory)
{
    public IEnumerable<Step> Steps => Forward.Concat(Loss).Concat(Backward);
}
