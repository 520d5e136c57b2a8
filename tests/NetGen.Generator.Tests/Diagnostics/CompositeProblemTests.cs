namespace NetGen.Generator.Tests.Diagnostics;

public sealed class CompositeProblemTests
{
    private const string Attributes = "[Input(2), [|Own|], Dense(1), MeanSquaredError]";

    [Theory]
    [InlineData("[Dense(2), Own] public sealed class OwnAttribute : CompositeAttribute;", "The composite layer 'OwnAttribute' contains itself")]
    [InlineData("[Other] public sealed class OwnAttribute : CompositeAttribute; [Own] public sealed class OtherAttribute : CompositeAttribute;", "'OwnAttribute' contains itself")]
    [InlineData("public sealed class OwnAttribute : CompositeAttribute;", "The composite layer 'OwnAttribute' carries no layers")]
    [InlineData("[System.Serializable] public sealed class OwnAttribute : CompositeAttribute;", "'OwnAttribute' carries no layers")]
    [InlineData("[Dense(2)] public partial class OwnAttribute : CompositeAttribute; [Relu] public partial class OwnAttribute;", "'OwnAttribute' has its layers on two declarations, whose order is not defined: write them all on one")]
    public void ACompositeCarriesLayers(string declaration, string message) =>
        Refusal.Of($"{Compiler.Net(Attributes)} {declaration}", new ExpectedDiagnostic("NG0018", message));

    [Fact]
    public void ACompositeIsNoNetwork() => Compiler.Harness.ShouldReport(
        $"{Compiler.Net(Attributes)} [Network, Input(2), Dense(2), MeanSquaredError] public partial class OwnAttribute : CompositeAttribute;",
        new ExpectedDiagnostic("NG0018", "The composite layer 'OwnAttribute' is marked [Network], but a composite is part of a network and none itself"));

    [Fact]
    public void CompositesThatDoubleComeToAnEnd()
    {
        string doubling = string.Concat(Enumerable.Range(1, 40).Select(i => $"[H{i - 1}, H{i - 1}] public sealed class H{i}Attribute : CompositeAttribute; "));
        Refusal.Of(
            $"{Compiler.Net("[Input(2), [|H40|], Dense(1), MeanSquaredError]")} [Dense(2)] public sealed class H0Attribute : CompositeAttribute; {doubling}",
            new ExpectedDiagnostic("NG0018", "stand for more than 2000 layers"));
    }

    [Theory]
    [InlineData("public sealed class OwnAttribute : LayerAttribute;")]
    [InlineData("public abstract class BaseAttribute : LayerAttribute; public sealed class OwnAttribute : BaseAttribute;")]
    [InlineData("public sealed class OwnAttribute : LossAttribute;")]
    [InlineData("public sealed class OwnAttribute() : OptimizerAttribute(0.1);")]
    public void AnAttributeOfAnotherKindIsNotKnown(string declaration) => Refusal.Of(
        $"{Compiler.Net(Attributes)} {declaration}",
        new ExpectedDiagnostic("NG0019", "'OwnAttribute' is no layer, loss or optimizer that the compiler knows"));

    [Theory]
    [InlineData("Regularize(L2 = 1)", "Regularize(L1 = 0.5)")]
    [InlineData("ClipGradients(Norm = 5)", "ClipGradients(Value = 2)")]
    public void ASettingOfACompositeIsNotOverridden(string ofComposite, string ofNetwork) => Refusal.Of(
        $"{Compiler.Net($"[Input(2), Own, Dense(1), MeanSquaredError, [|{ofNetwork}|]]")} [Dense(2), {ofComposite}] public sealed class OwnAttribute : CompositeAttribute;",
        new ExpectedDiagnostic("NG0008", $"Expected one {ofNetwork.Split('(')[0]}, but there are two"));

    [Theory]
    [InlineData("Own(32)", "OwnAttribute(int units) : CompositeAttribute { public int Units => units; }")]
    [InlineData("Own", "OwnAttribute(int units = 8) : CompositeAttribute { public int Units => units; }")]
    [InlineData("Own(Units = 32)", "OwnAttribute : CompositeAttribute { public int Units { get; set; } }")]
    public void ACompositeTakesNoArguments(string use, string declaration) => Refusal.Of(
        $"{Compiler.Net($"[Input(2), [|{use}|], Dense(1), MeanSquaredError]")} [Dense(8), Relu] public sealed class {declaration}",
        new ExpectedDiagnostic("NG0024", "The composite layer 'OwnAttribute' has arguments, which would not reach the layers that it carries: expected none"));

    [Theory]
    [InlineData("[Dense(2, Name = \"h\"), Dense(2, Name = \"h\")]", "NG0011", "Layers need different names, but two are called 'h'")]
    [InlineData("[Dense(2), Add(\"late\"), Dense(2, Name = \"late\")]", "NG0010", "Add names 'late', but the layers before it are 'input1', 'relu1', 'dense1', and in its composite 'dense1'")]
    public void NamesWithinACompositeAreDifferentAndStandBefore(string layers, string id, string message) => Refusal.Of(
        $"{Compiler.Net("[Input(2), Relu, [|Own|], Dense(1), MeanSquaredError]")} {layers} public sealed class OwnAttribute : CompositeAttribute;",
        new ExpectedDiagnostic(id, message));

    [Fact]
    public void ANameThatACompositeHasGivenIsTaken() => Refusal.Of(
        $"{Compiler.Net("[Input(2), Own, [|Dense(2, Name = \"h\")|], MeanSquaredError]")} [Dense(2, Name = \"h\")] public sealed class OwnAttribute : CompositeAttribute;",
        new ExpectedDiagnostic("NG0011", "Layers need different names, but two are called 'h'"));

    [Fact]
    public void ProblemsWithinACompositeStandWhereItIsUsed() => Refusal.Of(
        $"{Compiler.Net(Attributes)} [Dense(0)] public sealed class OwnAttribute : CompositeAttribute;",
        new ExpectedDiagnostic("NG0009", "'dense1' needs at least 1 unit, but is given 0"));
}
