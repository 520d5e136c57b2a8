using System;
using System.Collections.Generic;
using NetGen.Generator.Losses;
using NetGen.Generator.Optimizers;
using NetGen.Generator.Parsing;
using static System.FormattableString;

namespace NetGen.Generator.Binding;

/// <summary>What a declaration says beside its layers: loss, optimizer, penalties, clipping.</summary>
internal sealed class NetworkSettings(Problems problems)
{
    private NodeDeclaration? lossNode;
    private NodeDeclaration? optimizerNode;
    private LossAttribute? loss;
    private OptimizerAttribute? optimizer;
    private RegularizeAttribute? regularize;
    private ClipGradientsAttribute? clip;

    public void Add(Attribute attribute, NodeDeclaration node)
    {
        switch (attribute)
        {
            case LossAttribute given when loss is null:
                (loss, lossNode) = (given, node);
                break;
            case LossAttribute:
                problems.Add(ProblemIds.Loss, node.Position, $"Expected one loss, but there are {lossNode!.Op} and {node.Op}");
                break;
            case OptimizerAttribute given when optimizer is null:
                (optimizer, optimizerNode) = (given, node);
                break;
            case OptimizerAttribute:
                problems.Add(ProblemIds.Optimizer, node.Position, $"Expected one optimizer, but there are {optimizerNode!.Op} and {node.Op}");
                break;
            case RegularizeAttribute given:
                regularize = given;
                Require(
                    given.L1 >= 0 && given.L2 >= 0 && IsFinite(given.L1) && IsFinite(given.L2),
                    node,
                    Invariant($"L1 and L2 must be at least 0 and finite, but are {given.L1} and {given.L2}"));
                break;
            case ClipGradientsAttribute given:
                clip = given;
                bool one = (given.Norm > 0 && given.Value == 0) || (given.Norm == 0 && given.Value > 0);
                Require(
                    one && IsFinite(given.Norm) && IsFinite(given.Value),
                    node,
                    Invariant($"Expected either a positive, finite Norm or such a Value, but Norm is {given.Norm} and Value is {given.Value}"));
                break;
        }
    }

    /// <summary>Requires a loss.</summary>
    public void CheckLossIsThere()
    {
        if (loss is null)
        {
            problems.Add(ProblemIds.Loss, Problem.Class, "A network needs a loss, such as [CrossEntropy] or [MeanSquaredError]");
        }
    }

    /// <summary>Checks the settings against the output, where it is known.</summary>
    public void Check(Layer? output)
    {
        if (loss is not null && output is not null)
        {
            LossCatalog.Find(lossNode!.Op)!.Bind(new LossBinding(loss, output, lossNode.Position, problems));
        }

        if (optimizer is not null)
        {
            OptimizerCatalog.Find(optimizerNode!.Op)!.Bind(optimizer, new OptimizerBinding(optimizerNode.Position, problems));
        }
    }

    public Network ToNetwork(ClassDeclaration declaration, Precision precision, IReadOnlyList<Layer> layers) => new(
        declaration,
        precision,
        layers,
        LossCatalog.Find(lossNode!.Op)!,
        loss!,
        OptimizerCatalog.Find(optimizerNode?.Op ?? "Adam")!,
        optimizer ?? new AdamAttribute(),
        regularize,
        clip);

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    private void Require(bool holds, NodeDeclaration node, string message)
    {
        if (!holds)
        {
            problems.Add(ProblemIds.ArgumentOutOfRange, node.Position, message);
        }
    }
}
