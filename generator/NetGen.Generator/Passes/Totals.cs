using System.Collections.Generic;
using NetGen.Generator.Expressions;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Passes;

/// <summary>
/// Takes totals over all points apart, for members of a team: the sum of each row, which they share out, and the sum of those, which
/// one of them makes in a fixed order.
/// </summary>
internal static class Totals
{
    public static IEnumerable<Operation> ByRows(IEnumerable<Operation> operations)
    {
        foreach (var operation in operations)
        {
            if (operation is Reduce { Axes: Axes.All, Join: Join.Sum, Space.PerSample: true } total && !PointWork.IsOfRow(total))
            {
                var rows = total.Space.PerRow(total.Result.Name + ".ofRows");
                yield return total with { Result = rows, Axes = Axes.Columns };
                yield return total with { Space = rows.Space, Value = new Read(rows) };
            }
            else
            {
                yield return operation;
            }
        }
    }

    /// <summary>Whether an operation is the second part, which is a step of its own.</summary>
    public static bool IsLast(Operation operation) => operation is Reduce { Axes: Axes.All } total && PointWork.IsOfRow(total);
}
