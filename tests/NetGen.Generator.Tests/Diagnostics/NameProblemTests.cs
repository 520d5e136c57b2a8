namespace NetGen.Generator.Tests.Diagnostics;

public sealed class NameProblemTests
{
    [Theory]
    [InlineData("[Input(2), Dense(2, Name = \"a\"), Relu, [|Add(\"b\")|], Dense(1), MeanSquaredError]", "Add names 'b', but the layers before it are 'input1', 'a', 'relu1'")]
    [InlineData("[Input(2), [|Multiply(\"Input1\")|], Dense(1), MeanSquaredError]", "Multiply names 'Input1', but the layers before it are 'input1'")]
    [InlineData("[Input(2), [|Concat(\"\")|], Dense(1), MeanSquaredError]", "Concat names '', but the layers before it are 'input1'")]
    [InlineData("[Input(2), [|Add(\"late\")|], Dense(2, Name = \"late\"), MeanSquaredError]", "Add names 'late', but the layers before it are 'input1'")]
    [InlineData("[Input(2), Dense(2), [|Add(\"self\", Name = \"self\")|], MeanSquaredError]", "Add names 'self'")]
    public void ANamedLayerStandsBefore(string attributes, string message) => Refusal.OfLayers(attributes, "NG0010", message);

    [Fact]
    public void NothingStandsBeforeTheFirst() => Refusal.Of(
        Compiler.Net("[{|NG0005:{|NG0010:Add(\"a\")|}|}, Dense(1), MeanSquaredError]"));

    [Theory]
    [InlineData("[Input(2), Dense(2, Name = \"a\"), [|Relu(Name = \"a\")|], MeanSquaredError]", "two are called 'a'")]
    [InlineData("[Input(2), [|Dense(2, Name = \"input1\")|], MeanSquaredError]", "two are called 'input1'")]
    [InlineData("[Input(2), Dense(2, Name = \"dense2\"), [|Dense(2)|], MeanSquaredError]", "two are called 'dense2'")]
    [InlineData("[Input(2), [|Dense(2, Name = \"\")|], MeanSquaredError]", "this is ''")]
    [InlineData("[Input(2), [|Dense(2, Name = \"1a\")|], MeanSquaredError]", "this is '1a'")]
    [InlineData("[Input(2), [|Dense(2, Name = \"a-b\")|], MeanSquaredError]", "this is 'a-b'")]
    [InlineData("[Input(2), [|Dense(2, Name = \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\")|], MeanSquaredError]", "at most 64 characters, but this one has 65")]
    [InlineData("[Input(2), [|Dense(2, Name = \"a.b\")|], MeanSquaredError]", "this is 'a.b'")]
    [InlineData("[Input(2), [|Dense(2, Name = \" a\")|], MeanSquaredError]", "this is ' a'")]
    [InlineData("[Input(2), [|Dense(2, Name = \"a\\n\")|], MeanSquaredError]", "letters, digits and underscores")]
    [InlineData("[Input(2), [|Dense(2, Name = \"1a\")|], MeanSquaredError]", "with no digit first, but this is '1a'")]
    public void NamesAreIdentifiersAndDifferent(string attributes, string message) => Refusal.OfLayers(attributes, "NG0011", message);

    [Fact]
    public void NoNameIsTheDefault() => Compiler.Harness.ShouldReportNothing(Compiler.Net("[Input(2), Dense(2, Name = null), Add(\"dense1\"), MeanSquaredError]"));

    [Theory]
    [InlineData("[Input(2), Dense(3), [|Add(\"input1\")|], MeanSquaredError]", "Add needs two equal shapes, but 'dense1' is [3] and 'input1' is [2]")]
    [InlineData("[Input(2, 3), Dense(2), [|Multiply(\"input1\")|], MeanSquaredError]", "Multiply needs two equal shapes, but 'dense1' is [2, 2] and 'input1' is [2, 3]")]
    [InlineData("[Input(2, 3), Flatten, [|Concat(\"input1\")|], Dense(1), MeanSquaredError]", "Concat needs shapes that differ on the first axis only, but 'flatten1' is [6] and 'input1' is [2, 3]")]
    [InlineData("[Input(2, 3), Dense(4), [|Concat(\"input1\")|], MeanSquaredError]", "'dense1' is [2, 4] and 'input1' is [2, 3]")]
    public void ShapesMeet(string attributes, string message) => Refusal.OfLayers(attributes, "NG0012", message);
}
