using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Binding;
using NetGen.Generator.Expressions;
using NetGen.Generator.Lowering;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Layers;

/// <summary>What a kind of layer sees while it is lowered: its operands as tensors, and a place to append operations.</summary>
internal sealed class LayerLowering(Network network, int place, Mode mode, IReadOnlyDictionary<Layer, Tensor> values, TensorProgram program)
{
    public Layer Layer { get; } = network.Layers[place];

    /// <summary>What the program is for. Every layer is lowered for training; those whose kind has modes, and all with them, again for prediction.</summary>
    public Mode Mode { get; } = mode;

    /// <summary>The previous node's output.</summary>
    public Tensor Input => values[Layer.Inputs[0]];

    /// <summary>The named node's output.</summary>
    public Tensor Operand => values[Layer.Inputs[1]];

    /// <summary>A new tensor for the layer's output.</summary>
    public Tensor Output() => new Space(true, Layer.Shape.Rows, Layer.Shape.Columns).Matrix(Layer.Name);

    /// <summary>The number of samples of the batch.</summary>
    public Expression SampleCount => new Read(program.SampleCount);

    /// <summary>Adds a parameter that was declared, as it is stored.</summary>
    public Tensor Parameter(string name, TensorKind kind) => FindOrAdd(program.Parameters, name, kind);

    /// <summary>Adds a buffer that was declared: a value for each column.</summary>
    public Tensor Buffer(string name) => FindOrAdd(program.Buffers, name, TensorKind.PerColumn);

    /// <summary>Random numbers from 0 to below 1, other ones in each training pass.</summary>
    /// <param name="name">What they are called.</param>
    /// <param name="draw">Tells the draws of one layer apart, from 0.</param>
    public Expression Uniform(string name, int draw = 0)
    {
        var key = new Tensor($"{Layer.Name}.{name}", TensorKind.Key, false, 1, 1);
        program.Keys.Add(key, (place, draw));
        return new Uniform(key);
    }

    /// <summary>Appends an operation and returns its result.</summary>
    public Tensor Append(Operation operation)
    {
        RequireOwnRows(operation);
        program.Forward.Add(operation);
        return operation.Result;
    }

    /// <summary>Appends a pointwise expression as the layer's output.</summary>
    public Tensor Map(Expression value) => Append(new Map(Output(), value));

    /// <summary>
    /// For a layer to which it makes no difference what all samples have in common: takes back the bias that the layer before has added,
    /// and returns that layer's output without it, under a name of its own, and the bias. Where there is none, or where another layer
    /// reads the sum, the input as it is and 0.
    /// </summary>
    public (Tensor Input, Expression Bias) TakeBias()
    {
        bool isReadOnce = network.Layers.SelectMany(layer => layer.Inputs).Count(read => read == Layer.Inputs[0]) == 1;
        if (isReadOnce
            && program.Forward.LastOrDefault() is Map map
            && map.Result == Input
            && program.Forward.OfType<Contract>().LastOrDefault(contract => contract.BiasAddedBy(map) is not null) is { } sums)
        {
            program.Forward.Remove(map);
            var unbiased = Input.Space.Matrix($"{Input.Name}.unbiased");
            program.Forward[program.Forward.IndexOf(sums)] = sums with { Result = unbiased };
            return (unbiased, new Read(sums.BiasAddedBy(map)!));
        }

        return (Input, Algebra.Zero);
    }

    /// <summary>Appends the mean of an expression over the input's last axis.</summary>
    public Tensor MeanOverColumns(string name, Expression value)
    {
        var sum = Append(new Reduce(Input.Space.PerRow($"{Layer.Name}.{name}Sum"), Join.Sum, Axes.Columns, Input.Space, value));
        return Append(new Map(Input.Space.PerRow($"{Layer.Name}.{name}"), new Read(sum) / Input.Columns));
    }

    /// <summary>Pointwise work on samples goes through the rows of all of them, and would go beyond the end of what has rows but once.</summary>
    private static void RequireOwnRows(Operation operation)
    {
        bool isOverSamples = operation is Map { Result.PerSample: true } or Reduce { Space.PerSample: true };
        if (isOverSamples && operation.Operands.FirstOrDefault(operand => operand is { PerSample: false, Kind: TensorKind.Matrix or TensorKind.PerRow }) is { } shared)
        {
            throw new InvalidOperationException(
                $"'{operation.Result}' is computed for every sample, but reads '{shared}', a {shared.Kind} that all samples share: expected one that is PerColumn or Scalar");
        }
    }

    // The programs of both modes share what they find by its name.
    private Tensor FindOrAdd(List<Tensor> tensors, string name, TensorKind kind)
    {
        string whole = $"{Layer.Name}.{name}";
        var tensor = tensors.FirstOrDefault(candidate => candidate.Name == whole);
        if (tensor is null)
        {
            var stored = Layer.Parameters.Single(parameter => parameter.Name == whole).Stored;
            tensors.Add(tensor = new Tensor(whole, kind, false, stored.Rows, stored.Columns));
        }

        return tensor;
    }
}
