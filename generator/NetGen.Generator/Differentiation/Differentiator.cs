using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Differentiation;

/// <summary>
/// Appends the backward pass to a program: the operations in reverse, each handing the gradient of its result on to its operands
/// by the one rule of its kind. Gradients that no parameter needs are never made.
/// </summary>
internal sealed class Differentiator
{
    private readonly TensorProgram program;
    private readonly HashSet<Tensor> needed;
    private readonly Dictionary<Tensor, int> readers;
    private readonly Dictionary<Tensor, List<Expression>> contributions = [];
    private List<Operation> appended = [];

    private Differentiator(TensorProgram program)
    {
        this.program = program;
        needed = TensorsThatDependOnParameters(program);
        readers = program.Forward.Concat(program.Loss)
            .SelectMany(operation => operation.Operands.Distinct())
            .GroupBy(operand => operand)
            .ToDictionary(operand => operand.Key, operand => operand.Count());
    }

    public static void Differentiate(TensorProgram program)
    {
        var differentiator = new Differentiator(program);
        differentiator.Contribute(program.LossSum, new Read(program.LossScale));

        // Down to the gradient of the output, the work belongs to the loss, whose values it shares.
        program.Loss.AddRange(differentiator.Reverse(program.Loss, program.Output));
        program.Backward.AddRange(differentiator.Reverse(program.Forward, null));
        foreach (var parameter in program.Parameters)
        {
            program.Gradients[parameter] = differentiator.contributions.ContainsKey(parameter)
                ? differentiator.Gradient(parameter)
                : differentiator.NoGradient(parameter);
        }

        program.Backward.AddRange(differentiator.appended);
    }

    private static HashSet<Tensor> TensorsThatDependOnParameters(TensorProgram program)
    {
        var dependent = new HashSet<Tensor>(program.Parameters);
        foreach (var operation in program.Forward.Concat(program.Loss))
        {
            bool passes = operation is not Reduce { Detached: true };
            if (passes && operation.Operands.Any(dependent.Contains))
            {
                dependent.Add(operation.Result);
            }
        }

        return dependent;
    }

    /// <summary>Hands gradients on through operations in reverse, then makes the gradient of <paramref name="last"/>.</summary>
    private List<Operation> Reverse(List<Operation> operations, Tensor? last)
    {
        appended = [];
        foreach (var operation in Enumerable.Reverse(operations))
        {
            if (needed.Contains(operation.Result) && contributions.ContainsKey(operation.Result))
            {
                Differentiate(operation, Gradient(operation.Result));
            }
        }

        if (last is not null && contributions.ContainsKey(last))
        {
            Gradient(last);
        }

        var result = appended;
        appended = [];
        return result;
    }

    private void Differentiate(Operation operation, Tensor gradient)
    {
        switch (operation)
        {
            case Contract contract:
                DifferentiateContract(contract, gradient);
                break;
            case Map map:
                DifferentiatePointwise(map.Result.Space, map.Value, new Read(map.Result), new Read(gradient));
                break;
            case Reduce { Join: Join.Sum } reduce:
                DifferentiatePointwise(reduce.Space, reduce.Value, null, new Read(gradient));
                break;
            case Rearrange rearrange:
                var piece = rearrange.Source.Space.Matrix(NameOfPart(rearrange.Source));
                appended.Add(new Rearrange(piece, rearrange.SourceStart, gradient, rearrange.ResultStart, rearrange.Length));
                Contribute(rearrange.Source, new Read(piece));
                break;
            case Assign:
                // What outlasts the step is nothing that the loss of this step depends on.
                break;
            default:
                throw new InvalidOperationException($"No gradient flows through {operation.GetType().Name}.");
        }
    }

    /// <summary>The factors of a sum of products take each other's place: C = A · B gives dA = dC · Bᵀ and dB = Aᵀ · dC.</summary>
    private void DifferentiateContract(Contract contract, Tensor gradient)
    {
        var (left, right) = (contract.Left, contract.Right);
        if (needed.Contains(left))
        {
            var result = left.Space.Matrix(NameOfPart(left));
            appended.Add(contract.TransposeLeft
                ? new Contract(result, right, contract.TransposeRight, gradient, true)
                : new Contract(result, gradient, false, right, !contract.TransposeRight));
            Contribute(left, new Read(result));
        }

        if (needed.Contains(right))
        {
            var result = right.Space.Matrix(NameOfPart(right));
            appended.Add(contract.TransposeRight
                ? new Contract(result, gradient, true, left, contract.TransposeLeft)
                : new Contract(result, left, !contract.TransposeLeft, gradient, false));
            Contribute(right, new Read(result));
        }
    }

    /// <summary>
    /// The chain rule at every point of a space: the gradient times the expression's derivative by each operand, summed over the
    /// axes that the operand lacks. The stored result takes the place of its expression wherever the derivative repeats it.
    /// </summary>
    private void DifferentiatePointwise(Space space, Expression value, Expression? result, Expression gradient)
    {
        foreach (var operand in value.All().OfType<Read>().Select(read => read.Tensor).Distinct().Where(needed.Contains).ToList())
        {
            var derivative = Derivative.Of(value, new Read(operand));
            if (result is not null)
            {
                derivative = derivative.Replace(value, result);
            }

            var contribution = derivative * gradient;
            var axes = AxesToSum(space, operand, contribution);
            if (contribution == Algebra.Zero)
            {
                continue;
            }

            if (axes is { } vanishing)
            {
                var sum = Like(operand, NameOfPart(operand));
                appended.Add(new Reduce(sum, Join.Sum, vanishing, space, contribution));
                contribution = new Read(sum);
            }

            Contribute(operand, contribution);
        }
    }

    private static Axes? AxesToSum(Space space, Tensor operand, Expression contribution) => operand.Kind switch
    {
        TensorKind.Scalar => Axes.All,

        // Work of columns alone has a single row.
        TensorKind.PerColumn when space.PerSample || space.Rows > 1 || ReadsMatrix(contribution) => Axes.Rows,

        // A matrix of one column is still a matrix: it has rows of its own distance.
        TensorKind.PerRow when space.Columns > 1 || ReadsMatrix(contribution) => Axes.Columns,
        _ => null,
    };

    private static bool ReadsMatrix(Expression expression) =>
        expression.All().OfType<Read>().Any(read => read.Tensor.Kind == TensorKind.Matrix);

    /// <summary>
    /// The gradient of what the loss does not depend on, such as a bias before a normalization: 0, written anew by every backward pass,
    /// since a penalty is added to it and a program may have written to it.
    /// </summary>
    private Tensor NoGradient(Tensor parameter)
    {
        var gradient = Like(parameter, NameOf(parameter));
        appended.Add(new Map(gradient, Algebra.Zero));
        return gradient;
    }

    private static Tensor Like(Tensor tensor, string name) => new(name, tensor.Kind, tensor.PerSample, tensor.Rows, tensor.Columns);

    private static string NameOf(Tensor tensor) => $"{tensor.Name}.gradient";

    /// <summary>The name of what one operation contributes: that of the gradient itself where no other operation reads the tensor.</summary>
    private string NameOfPart(Tensor tensor)
    {
        int part = contributions.TryGetValue(tensor, out var known) ? known.Count + 1 : 1;
        return readers[tensor] > 1 ? $"{NameOf(tensor)}{part}" : NameOf(tensor);
    }

    private void Contribute(Tensor tensor, Expression contribution)
    {
        if (!contributions.TryGetValue(tensor, out var list))
        {
            contributions[tensor] = list = [];
        }

        list.Add(contribution);
    }

    /// <summary>The gradient of a tensor, now that all contributions are known: their sum.</summary>
    private Tensor Gradient(Tensor tensor)
    {
        var parts = contributions[tensor];
        if (parts.Count == 1 && parts[0] is Read { Tensor: var whole } && (whole.Kind == tensor.Kind || (tensor.Kind == TensorKind.Scalar && whole.Kind == TensorKind.Argument)))
        {
            return whole;
        }

        var sum = Like(tensor, NameOf(tensor));
        appended.Add(new Map(sum, parts.Aggregate((total, part) => total + part)));
        contributions[tensor] = [new Read(sum)];
        return sum;
    }
}
