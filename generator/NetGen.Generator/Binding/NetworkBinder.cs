using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Infrastructure;
using NetGen.Generator.Layers;
using NetGen.Generator.Losses;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Binding;

/// <summary>Turns a declaration into a network, or into the problems that keep it from being one.</summary>
internal sealed class NetworkBinder
{
    /// <summary>Methods are named after up to three layers, and what C# names has at most 1,023 bytes.</summary>
    private const int LongestName = 64;

    private readonly Declaration declaration;
    private readonly Problems problems = new();
    private readonly List<Layer> layers = [];
    private readonly LayerNames names = new();
    private readonly SizeBudget budget = new();
    private bool chainBroken;
    private bool inputMisplaced;

    private NetworkBinder(Declaration declaration)
    {
        this.declaration = declaration;
        problems.AddRange(declaration.Problems);
        chainBroken = declaration.IsIncomplete;
    }

    /// <summary>Binds a declaration.</summary>
    public static BindingResult Bind(Declaration declaration) => new NetworkBinder(declaration).Bind();

    private BindingResult Bind()
    {
        var precision = Precision.Single;
        var settings = new NetworkSettings(problems);
        foreach (var node in declaration.Nodes)
        {
            var attribute = node.ToAttribute();
            EnumCheck.Run(attribute, node, problems);
            switch (attribute)
            {
                case NetworkAttribute given:
                    precision = given.Precision;
                    break;
                case LayerAttribute layer:
                    AddLayer(layer, node);
                    break;
                case var other:
                    settings.Add(other, node);
                    break;
            }
        }

        if (!declaration.IsIncomplete)
        {
            CheckLayers();
            settings.CheckLossIsThere();
        }

        settings.Check(chainBroken || layers.Count == 0 ? null : layers[layers.Count - 1]);
        Network? network = null;
        if (!problems.Any)
        {
            Initialisation.ResolveDefaults(layers);
            network = settings.ToNetwork(declaration.Class, precision, layers);
        }

        return new BindingResult(network, problems.ToArray(), precision, settings.Loss);
    }

    private void AddLayer(LayerAttribute attribute, NodeDeclaration node)
    {
        if (attribute is InputAttribute && layers.Count > 0)
        {
            problems.Add(ProblemKind.Input, node.Position, layers[0].Attribute is InputAttribute
                ? "Expected one Input, but this is another"
                : $"Expected the Input before every other layer, but '{layers[0].Name}' stands before it");
            inputMisplaced = true;
            return;
        }

        var kind = LayerCatalog.Find(attribute);
        string name = names.NameOf(node, attribute.Name);
        CheckName(name, attribute, node);
        var inputs = FindInputs(attribute, node);
        var layer = new Layer(kind, attribute, node, name, inputs);
        layers.Add(layer);
        names.Add(node, attribute.Name, layer);
        if (layers[0].Attribute is not InputAttribute)
        {
            chainBroken = true;
        }

        if (!chainBroken)
        {
            BindShape(layer);
        }
    }

    private void BindShape(Layer layer)
    {
        if (layer.Kind.Bind(new LayerBinding(layer, declaration, problems)) is not { } shape)
        {
            chainBroken = true;
            return;
        }

        layer.Shape = shape;
        if (!budget.Take(layer))
        {
            problems.Add(ProblemKind.TooLarge, layer.Position, budget.Complaint(layer));
            chainBroken = true;
        }
    }

    private void CheckName(string name, LayerAttribute attribute, NodeDeclaration node)
    {
        bool valid = name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_');
        if (!valid)
        {
            problems.Add(ProblemKind.BadName, node.Position, $"A layer's name consists of letters, digits and underscores, with no digit first, but this is '{name}'");
        }
        else if (name.Length > LongestName)
        {
            problems.Add(ProblemKind.BadName, node.Position, $"A layer's name has at most {LongestName} characters, but this one has {name.Length}");
        }
        else if (names.IsTaken(node, attribute.Name))
        {
            problems.Add(ProblemKind.BadName, node.Position, $"Layers need different names, but two are called '{attribute.Name ?? name}'");
        }
    }

    private List<Layer> FindInputs(LayerAttribute attribute, NodeDeclaration node)
    {
        var inputs = layers.Skip(layers.Count - 1).ToList();
        if (attribute is not CombiningAttribute { With: var with })
        {
            return inputs;
        }

        if (names.Find(node, with) is { } operand)
        {
            inputs.Add(operand);
        }
        else if (!declaration.IsIncomplete)
        {
            chainBroken = true;
            problems.Add(ProblemKind.UnknownName, node.Position, $"{node.Op} names '{with}', but {names.KnownTo(node)}");
        }

        return inputs;
    }

    private void CheckLayers()
    {
        if (layers.Count == 0 || layers[0].Attribute is not InputAttribute)
        {
            if (inputMisplaced)
            {
                return;
            }

            int position = layers.Count == 0 ? Problem.Class : layers[0].Position;
            problems.Add(ProblemKind.Input, position, "The first layer must be an Input with the shape of one sample, such as [Input(64)]");
        }
        else if (layers.Count == 1)
        {
            problems.Add(ProblemKind.NoLayers, layers[0].Position, "The input is the only layer; a network needs at least one more");
        }
        else if (!chainBroken && !problems.Any && layers.All(layer => layer.Parameters.All(parameter => !parameter.Learned)))
        {
            problems.Add(ProblemKind.NoLayers, Problem.Class, "No layer has anything to learn; a network needs a layer with parameters, such as [Dense(10)]");
        }
    }
}

/// <summary>A network, or the problems with it.</summary>
/// <param name="Network">The network; null where there are problems.</param>
/// <param name="Problems">What is wrong with the declaration.</param>
/// <param name="Precision">The precision that it asks for.</param>
/// <param name="Loss">Its loss, if there is one.</param>
internal sealed record BindingResult(Network? Network, EquatableArray<Problem> Problems, Precision Precision, LossKind? Loss);
