using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Binding;
using NetGen.Generator.Expressions;
using NetGen.Generator.Optimizers;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Lowering;

/// <summary>What happens to gradients and parameters once gradients are there: penalties, clipping, the optimizer.</summary>
/// <param name="Weight">A parameter.</param>
/// <param name="Gradient">Its gradient.</param>
/// <param name="Penalty">What the penalties add to the gradient; null without any.</param>
/// <param name="ClipScale">What all gradients are multiplied with; null unless their norm is limited.</param>
/// <param name="Rule">The optimizer's update.</param>
internal sealed record UpdatePlan(Tensor Weight, Tensor Gradient, Expression? Penalty, Tensor? ClipScale, UpdateRule Rule)
{
    /// <summary>The optimizer's states that the update reads or writes.</summary>
    public IEnumerable<Tensor> States => OperandsOf(Rule.Assignments).Memory.Where(tensor => tensor != Weight && tensor != Gradient);

    /// <summary>The single values that the update takes.</summary>
    public IEnumerable<Tensor> Arguments => OperandsOf(Rule.Assignments).Arguments;

    /// <summary>Whether a parameter's update needs no other gradient than its own, as the backward pass leaves it.</summary>
    public bool JoinsGradients => Penalty is null && ClipScale is null;

    public static UpdatePlan Create(Network network)
    {
        var weight = new Tensor("parameters", TensorKind.Matrix, false, 1, 1);
        var gradient = new Tensor("gradients", TensorKind.Matrix, false, 1, 1);
        var clipScale = network.ClipGradients is { Norm: > 0 } ? new Tensor("clipScale", TensorKind.Argument, false, 1, 1) : null;
        Expression clipped = new Read(gradient);
        if (clipScale is not null)
        {
            clipped *= new Read(clipScale);
        }
        else if (network.ClipGradients is { Value: > 0 } clip)
        {
            clipped = Algebra.Max(Algebra.Min(clipped, clip.Value), -clip.Value);
        }

        var rule = new UpdateRule(weight, clipped);
        network.Optimizer.Lower(network.OptimizerAttribute, rule);
        return new UpdatePlan(weight, gradient, PenaltyOf(network.Regularize, new Read(weight)), clipScale, rule);
    }

    /// <summary>The tensors and the single values that a kernel of assignments takes, in the order of its parameters.</summary>
    public static (List<Tensor> Memory, List<Tensor> Arguments) OperandsOf(IReadOnlyList<(Tensor Target, Expression Value)> assignments)
    {
        var reads = assignments.SelectMany(each => each.Value.All()).OfType<Read>().Select(read => read.Tensor).Distinct().ToList();
        var memory = reads.Where(tensor => tensor.Kind != TensorKind.Argument).Concat(assignments.Select(each => each.Target)).Distinct().ToList();
        return (memory, reads.Where(tensor => tensor.Kind == TensorKind.Argument).ToList());
    }

    /// <summary>The derivative of <c>L1 · |w| + L2 / 2 · w²</c>.</summary>
    private static Expression? PenaltyOf(RegularizeAttribute? regularize, Expression weight)
    {
        if (regularize is null || (regularize.L1 == 0 && regularize.L2 == 0))
        {
            return null;
        }

        var penalty = (regularize.L1 * Algebra.Abs(weight)) + (0.5 * regularize.L2 * Algebra.Square(weight));
        return Derivative.Of(penalty, weight);
    }
}
