using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Passes;

/// <summary>Groups operations into steps: pointwise work joins the step that makes what it reads.</summary>
internal static class Fusion
{
    public static List<Step> Fuse(IEnumerable<Operation> operations)
    {
        var steps = new List<Step>();
        var makers = new Dictionary<Tensor, int>();
        foreach (var operation in operations)
        {
            int step = PlaceOf(operation, steps, makers);
            makers[operation.Result] = step;
        }

        return steps;
    }

    private static int PlaceOf(Operation operation, List<Step> steps, Dictionary<Tensor, int> makers)
    {
        bool ofColumns = RowSumStep.IsOfColumns(operation);
        if (PointWork.SpaceOf(operation) is null && !ofColumns)
        {
            steps.Add(StepOf(operation));
            return steps.Count - 1;
        }

        int latest = operation.Operands.Select(operand => makers.TryGetValue(operand, out int step) ? step : -1).DefaultIfEmpty(-1).Max();
        if (latest >= 0 && TryJoin(steps[latest], operation))
        {
            return latest;
        }

        int last = steps.Count - 1;
        if (last > latest && steps[last] is PointStep or RowSumStep && TryJoin(steps[last], operation))
        {
            return last;
        }

        if (ofColumns)
        {
            var columns = new RowSumStep();
            columns.Add(operation);
            steps.Add(columns);
            return steps.Count - 1;
        }

        var created = new PointStep(PointWork.SpaceOf(operation)!);
        created.Work.Add(operation);
        steps.Add(created);
        return steps.Count - 1;
    }

    private static Step StepOf(Operation operation) => operation switch
    {
        Contract contract => new ContractStep(contract),
        Transpose transpose => new TransposeStep(transpose),
        Rearrange rearrange => new RearrangeStep(rearrange),
        _ => throw new System.InvalidOperationException($"There is no step for {operation}."),
    };

    private static bool TryJoin(Step step, Operation operation)
    {
        switch (step)
        {
            case PointStep point when point.Work.Accepts(operation):
                point.Work.Add(operation);
                return true;
            case RowSumStep columns when columns.Accepts(operation):
                columns.Add(operation);
                return true;
            case ContractStep contract when contract.Work.Accepts(operation) && operation is Map { Result.Kind: TensorKind.Matrix } map:
                Append(contract, map);
                return true;
            default:
                return false;
        }
    }

    private static void Append(ContractStep step, Map map)
    {
        if (step.Start is null && step.Work.Operations.Count == 0 && step.Contract.BiasAddedBy(map) is not null)
        {
            step.Start = map;
        }
        else
        {
            step.Work.Add(map);
        }
    }
}
