using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>Writes operations element by element: every element of every tensor is a local of one method.</summary>
internal sealed class ElementEmitter
{
    private readonly CodeWriter writer;
    private readonly CompiledNetwork compiled;
    private readonly Names names;
    private readonly string type;
    private readonly Dictionary<(Tensor, int), string> elements = [];
    private readonly int packSize;
    private readonly bool inlines;
    private readonly bool isOneSample;

    /// <param name="writer">Receives the code.</param>
    /// <param name="compiled">The network.</param>
    /// <param name="names">The method's names.</param>
    /// <param name="fields">The parameters' fields.</param>
    /// <param name="isOneSample">Whether there is one sample, and no loop: what is summed over samples is then what it has.</param>
    public ElementEmitter(CodeWriter writer, CompiledNetwork compiled, Names names, ParameterFields fields, bool isOneSample)
    {
        (this.writer, this.compiled, this.names, this.isOneSample) = (writer, compiled, names, isOneSample);
        type = compiled.Element.Name;
        packSize = CostModel.PackSize(compiled.Element.Bytes);
        inlines = CostModel.InlinesFunctions(compiled.Program, packSize);
        foreach (var (parameter, element) in fields.All())
        {
            elements[(parameter, element)] = $"weights.{fields.Of(parameter, element)}";
            if (!isOneSample)
            {
                elements[(Program.Gradients[parameter], element)] = $"gradients.{fields.Of(parameter, element)}";
            }
        }
    }

    private TensorProgram Program => compiled.Program;

    public void Load(Tensor tensor, string memory)
    {
        for (int element = 0; element < tensor.Size; element++)
        {
            writer.Line($"{type} {Declare(tensor, element)} = At(ref {memory}, {Place(tensor, element)});");
        }
    }

    public void StoreOutputs()
    {
        var output = Program.Output;
        for (int element = 0; element < output.Size; element++)
        {
            writer.Line($"At(ref allOutputs, {Place(output, element)}) = {Element(output, element)};");
        }
    }

    private string Place(Tensor tensor, int element) => isOneSample ? $"{element}"
        : tensor.Size == 1 ? "sample"
        : element == 0 ? $"sample * {tensor.Size}"
        : $"sample * {tensor.Size} + {element}";

    /// <summary>Declares what is summed over samples, but for gradients.</summary>
    public void DeclareSums(IEnumerable<Operation> operations)
    {
        foreach (var result in operations.Select(operation => operation.Result).Where(result => !result.PerSample).Except(Program.Gradients.Values))
        {
            for (int element = 0; element < result.Size; element++)
            {
                writer.Line($"{type} {Declare(result, element)} = {compiled.Element.Literal(0)};");
            }
        }

        writer.Gap();
    }

    public string Element(Tensor tensor, int element) => elements[(tensor, element)];

    /// <summary>A parameter's gradient: 0 where nothing that has a slope leads from it to the loss.</summary>
    public string Gradient(Tensor parameter, int element) =>
        elements.TryGetValue((Program.Gradients[parameter], element), out string? gradient) ? gradient : compiled.Element.Literal(0);

    private string Declare(Tensor tensor, int element)
    {
        string suffix = Program.Gradients.ContainsValue(tensor) ? ParameterFields.SuffixOf(tensor, element)
            : tensor.Size == 1 ? ""
            : tensor.Rows == 1 ? $"_{element}"
            : $"_{element / tensor.Columns}_{element % tensor.Columns}";
        return elements[(tensor, element)] = names.New(Names.Camel(tensor.Name) + suffix);
    }

    public void EmitAll(List<Operation> operations)
    {
        for (int i = 0; i < operations.Count; i++)
        {
            if (operations[i] is Contract contract)
            {
                // Sums start with the bias, where one is added to them.
                var bias = i + 1 < operations.Count && operations[i + 1] is Map next ? contract.BiasAddedBy(next) : null;
                EmitContract(contract, bias, bias is null ? contract.Result : operations[++i].Result);
            }
            else
            {
                Emit(operations[i]);
            }
        }
    }

    private void Emit(Operation operation)
    {
        switch (operation)
        {
            case Map map:
                writer.Line($"// {map.Result} = {map.Value}");
                EmitElements(map.Result, map.Value);

                break;
            case Reduce reduce:
                EmitReduce(reduce);
                break;
            case Rearrange rearrange:
                for (int i = 0; i < rearrange.Length; i++)
                {
                    elements[(rearrange.Result, rearrange.ResultStart + i)] = Element(rearrange.Source, rearrange.SourceStart + i);
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(operation));
        }
    }

    /// <summary>An expression at every element; functions take several elements at once.</summary>
    private void EmitElements(Tensor result, Expression value)
    {
        value = ExpressionTarget.Expand(value);
        if (result.Size > 1 && value is Apply whole && IsLaneFunction(whole))
        {
            EmitPacked(result, whole with { Argument = WithPackedFunctions(result, whole.Argument, []) });
            return;
        }

        if (result.Size > 1)
        {
            value = WithPackedFunctions(result, value, []);
        }

        for (int element = 0; element < result.Size; element++)
        {
            string text = Write(value, result.Columns, element);
            writer.Line($"{type} {Declare(result, element)} = {text};");
        }
    }

    /// <summary>Writes the functions in an expression, innermost first, and puts their results in their place.</summary>
    private Expression WithPackedFunctions(Tensor result, Expression value, Dictionary<Expression, Expression> done) => value.Replace(part =>
    {
        if (part is not Apply apply || !IsLaneFunction(apply))
        {
            return null;
        }

        if (!done.TryGetValue(apply, out var read))
        {
            var values = result.Space.Matrix($"{result.Name}.{apply.Function}");
            EmitPacked(values, new Apply(apply.Function, WithPackedFunctions(result, apply.Argument, done)));
            done[apply] = read = new Read(values);
        }

        return read;
    });

    /// <summary>Whether a function is one of the lanes' own, and not an instruction.</summary>
    private static bool IsLaneFunction(Apply apply) => apply.Function is not (Function.Negate or Function.Abs or Function.Sqrt or Function.FlushSubnormal);

    private void EmitPacked(Tensor result, Apply apply)
    {
        var target = new ScalarTarget(compiled.Element, leaf => throw new ArgumentOutOfRangeException(nameof(leaf)), inlines);
        for (int first = 0; first < result.Size; first += packSize)
        {
            var group = Enumerable.Range(first, Math.Min(packSize, result.Size - first)).ToList();
            var arguments = group.Select(element => Write(apply.Argument, result.Columns, element)).ToList();
            var places = group.Select(element => $"{type} {Declare(result, element)}").ToList();
            writer.Line(group.Count == 1
                ? $"{places[0]} = {target.Call(apply.Function, arguments[0])};"
                : $"({string.Join(", ", places)}) = {target.Call(apply.Function, $"Pack({string.Join(", ", arguments)})")};");
        }
    }

    private void EmitContract(Contract contract, Tensor? bias, Tensor result)
    {
        string left = contract.TransposeLeft ? $"{contract.Left}ᵀ" : contract.Left.Name;
        string right = contract.TransposeRight ? $"{contract.Right}ᵀ" : contract.Right.Name;
        writer.Line($"// {result} = {left} · {right}{(bias is null ? "" : $" + {bias}")}");
        int depth = contract.TransposeLeft ? contract.Left.Rows : contract.Left.Columns;
        for (int element = 0; element < result.Size; element++)
        {
            var (row, column) = (element / result.Columns, element % result.Columns);
            string? sum = bias is not null ? Element(bias, column) : null;
            if (!result.PerSample)
            {
                elements.TryGetValue((result, element), out sum);
            }

            for (int k = 0; k < depth; k++)
            {
                string a = Element(contract.Left, contract.TransposeLeft ? (k * contract.Left.Columns) + row : (row * contract.Left.Columns) + k);
                string b = Element(contract.Right, contract.TransposeRight ? (column * contract.Right.Columns) + k : (k * contract.Right.Columns) + column);
                sum = sum is null ? $"{a} * {b}" : $"MultiplyAdd({a}, {b}, {sum})";
            }

            Set(result, element, sum!);
        }
    }

    /// <summary>Gives an element its value: a new local, or the sum over samples that it is.</summary>
    private void Set(Tensor result, int element, string value)
    {
        bool isSum = !result.PerSample && elements.ContainsKey((result, element));
        writer.Line(isSum ? $"{Element(result, element)} = {value};" : $"{type} {Declare(result, element)} = {value};");
    }

    private void EmitReduce(Reduce reduce)
    {
        writer.Line($"// {reduce.Result} = {(reduce.Join == Join.Sum ? "Σ" : "max")} {reduce.Value}");
        var space = reduce.Space;
        if (reduce.Result.PerSample)
        {
            for (int row = 0; row < space.Rows; row++)
            {
                string joined = Write(reduce.Value, space.Columns, row * space.Columns);
                for (int column = 1; column < space.Columns; column++)
                {
                    string value = Write(reduce.Value, space.Columns, (row * space.Columns) + column);
                    joined = reduce.Join == Join.Sum ? $"{joined} + {value}" : $"Max({joined}, {value})";
                }

                writer.Line($"{type} {Declare(reduce.Result, row)} = {joined};");
            }

            return;
        }

        for (int element = 0; element < space.Rows * space.Columns; element++)
        {
            string value = Write(reduce.Value, space.Columns, element);
            int target = reduce.Axes == Axes.Rows ? element % space.Columns : 0;
            if (elements.TryGetValue((reduce.Result, target), out string? sum))
            {
                writer.Line($"{sum} += {value};");
            }
            else
            {
                Set(reduce.Result, target, value);
            }
        }
    }

    /// <summary>An expression at one element of its space.</summary>
    private string Write(Expression value, int columns, int element)
    {
        var target = new ScalarTarget(compiled.Element, leaf => Leaf(leaf, columns, element), inlines);
        return new ExpressionWriter(writer, target, names, sharesReads: false).Write(value);
    }

    private string Leaf(Expression leaf, int columns, int element) => leaf switch
    {
        ColumnIndex => compiled.Element.Literal(element % columns),
        Read { Tensor: var tensor } => tensor.Kind switch
        {
            TensorKind.Argument => tensor.Name,
            TensorKind.Scalar => Element(tensor, 0),
            TensorKind.PerRow => Element(tensor, element / columns),
            TensorKind.PerColumn => Element(tensor, element % columns),
            _ => Element(tensor, element),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(leaf)),
    };
}
