namespace NetGen.Conformance.Tests.RandomNetworks;

/// <summary>Draws layers one after another, with the shapes in view.</summary>
internal sealed class LayerDraw(Random random, bool isTiny)
{
    private const int LargestSample = 1000;

    // Words of C# and of generated code: what users call their layers must not matter.
    private static readonly string[] Words =
    [
        "stem", "Stem", "class", "V", "i", "input", "samples", "parameters", "gradients", "row", "column", "start", "total", "T", "x",
        "Predict", "Kernels", "Forward", "lossScale", "stem_1", "stem1", "_", "Größe", "base", "System", "float", "lossSum", "target",
    ];

    private readonly List<OperationSpec> layers = [];
    private readonly List<int[]> shapes = [];

    private int[] Shape => shapes[^1];

    public static OperationSpec[] Next(Random random, OperationSpec loss, bool isTiny)
    {
        var draw = new LayerDraw(random, isTiny);
        draw.AddInput();
        if (random.Chance(0.15))
        {
            draw.Add(new("InputScaling"));
        }

        int count = random.Next(1, isTiny ? 5 : 9);
        for (int i = 0; i < count; i++)
        {
            draw.AddAny();
        }

        draw.Finish(loss.Op);
        return [.. draw.layers];
    }

    private static int SizeOf(int[] shape) => shape.Aggregate(1, (product, size) => product * size);

    private void AddInput()
    {
        int rank = random.Pick(1, 1, 1, 2, 3);
        Add(OperationSpec.Input(isTiny
            ? [.. Enumerable.Repeat(1, rank - 1), random.Next(1, 5)]
            : [.. Enumerable.Range(1, rank - 1).Select(_ => random.Next(1, 5)), random.Size(rank == 3 ? 20 : 70)]));
    }

    private void AddAny()
    {
        switch (random.Next(13))
        {
            case < 4:
                AddDense(Units());
                break;
            case < 7:
                Add(ActivationDraw.Next(random));
                break;
            case 7:
                AddSum(random.Pick("Add", "Multiply"));
                break;
            case 8:
                AddConcat();
                break;
            case 9:
                AddNorm();
                break;
            case 10:
                Add(random.Chance(0.7) ? new("Dropout", ("rate", random.Between(0, 0.8))) : new("GaussianNoise", ("standardDeviation", random.Between(0, 0.5))));
                break;
            case 11:
                AddNorm();
                Add(ActivationDraw.Next(random));
                break;
            default:
                Add(new("Flatten"));
                break;
        }
    }

    // The epsilon keeps float from seeing nothing but rounding where a batch hardly varies.
    private void AddNorm()
    {
        string op = Shape.Length == 1 ? random.Pick("BatchNorm", "BatchNorm", "LayerNorm", "RmsNorm") : random.Pick("LayerNorm", "RmsNorm");
        Add(new(op, ("epsilon", random.Between(0.01, 1))));
    }

    private int Units() => isTiny ? random.Next(1, 4) : random.Size(70);

    private void AddDense(int units) => Add(OperationSpec.Dense(units, bias: random.Chance(0.75)));

    /// <summary>Adds or multiplies an earlier output of the same shape, or of one that a dense layer leads to.</summary>
    private void AddSum(string op)
    {
        var operand = random.Pick(Earlier(shape => shape.SkipLast(1).SequenceEqual(Shape.SkipLast(1))));
        if (shapes[operand][^1] != Shape[^1])
        {
            AddDense(shapes[operand][^1]);
        }

        Add(new(op) { With = NameOf(operand) });
    }

    private void AddConcat()
    {
        var operands = Earlier(shape => shape.Skip(1).SequenceEqual(Shape.Skip(1)));
        int operand = random.Pick(operands);
        if (SizeOf(Shape) + SizeOf(shapes[operand]) <= (isTiny ? 16 : LargestSample))
        {
            Add(new("Concat") { With = NameOf(operand) });
        }
    }

    private int[] Earlier(Func<int[], bool> fits) => [.. Enumerable.Range(0, shapes.Count).Where(i => fits(shapes[i]))];

    private void Finish(string loss)
    {
        if (loss == "CrossEntropy")
        {
            if (Shape.Length > 1)
            {
                Add(new("Flatten"));
            }

            AddDense(isTiny ? 2 : random.Next(2, 71));
        }
        else if (HasNothingToLearn() || (loss == "BinaryCrossEntropy" && (random.Chance(0.5) || IsProbability())))
        {
            AddDense(Units());
        }
    }

    private bool HasNothingToLearn() => layers.All(layer => layer.Op is not ("Dense" or "PRelu" or "BatchNorm" or "LayerNorm" or "RmsNorm"));

    // The compiler refuses probabilities where a loss takes logits.
    private bool IsProbability() => layers[^1].Op is "Sigmoid" or "HardSigmoid" or "Softmax";

    private void Add(OperationSpec layer)
    {
        shapes.Add(ShapeOf(layer));
        layers.Add(random.Chance(0.3) ? layer with { Name = NewName() } : layer);
    }

    private int[] ShapeOf(OperationSpec layer) => layer.Op switch
    {
        "Input" => [.. layer.Shape!],
        "Dense" => [.. Shape.SkipLast(1), (int)layer.Arguments[0].Number],
        "Flatten" => [SizeOf(Shape)],
        "Concat" => [Shape[0] + shapes[Array.IndexOf(LayerNames.Of(layers), layer.With)][0], .. Shape.Skip(1)],
        _ => Shape,
    };

    private string NameOf(int layer) => LayerNames.Of(layers)[layer];

    private string? NewName()
    {
        string word = random.Pick(Words);
        return LayerNames.Of(layers).Contains(word) ? null : word;
    }
}
