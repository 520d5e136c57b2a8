using System;
using System.Collections.Generic;
using NetGen.Generator.Diagnostics;
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

    /// <summary>The kind of the loss, if there is one.</summary>
    public LossKind? Loss => loss is null ? null : LossCatalog.Find(loss);

    public void Add(Attribute attribute, NodeDeclaration node)
    {
        switch (attribute)
        {
            case LossAttribute given when loss is null:
                (loss, lossNode) = (given, node);
                break;
            case LossAttribute:
                problems.Add(ProblemKind.Loss, node.Position, $"Expected one loss, but there are {lossNode!.Op} and {node.Op}");
                break;
            case OptimizerAttribute given when optimizer is null:
                (optimizer, optimizerNode) = (given, node);
                break;
            case OptimizerAttribute:
                problems.Add(ProblemKind.Optimizer, node.Position, $"Expected one optimizer, but there are {optimizerNode!.Op} and {node.Op}");
                break;
            case RegularizeAttribute given when regularize is null:
                regularize = given;
                problems.Accept(Ranges.NotNegative("L1", given.L1) ?? Ranges.NotNegative("L2", given.L2), node.Position);
                break;
            case ClipGradientsAttribute given when clip is null:
                clip = given;
                bool one = (given.Norm > 0 && given.Value == 0) || (given.Norm == 0 && given.Value > 0);
                problems.Accept(
                    one
                        ? Ranges.Finite("Norm", given.Norm) ?? Ranges.Finite("Value", given.Value)
                        : Invariant($"Expected either a positive Norm or a positive Value, but Norm is {given.Norm} and Value is {given.Value}"),
                    node.Position);
                break;
            case RegularizeAttribute or ClipGradientsAttribute:
                problems.Add(ProblemKind.Optimizer, node.Position, $"Expected one {node.Op}, but there are two");
                break;
        }
    }

    /// <summary>Requires a loss.</summary>
    public void CheckLossIsThere()
    {
        if (loss is null)
        {
            problems.Add(ProblemKind.Loss, Problem.Class, "A network needs a loss, such as [CrossEntropy] or [MeanSquaredError]");
        }
    }

    /// <summary>Checks the settings against the output, where it is known.</summary>
    public void Check(Layer? output)
    {
        if (loss is not null && output is not null)
        {
            Loss!.Bind(new LossBinding(loss, output, lossNode!.Position, problems));
        }

        if (optimizer is not null)
        {
            OptimizerCatalog.Find(optimizer).Bind(optimizer, new OptimizerBinding(optimizerNode!.Position, problems));
        }
    }

    public Network ToNetwork(ClassDeclaration declaration, Precision precision, IReadOnlyList<Layer> layers)
    {
        optimizer ??= new AdamAttribute();
        return new Network(
            declaration,
            precision,
            layers,
            Loss!,
            loss!,
            OptimizerCatalog.Find(optimizer),
            optimizer,
            regularize,
            clip);
    }
}
