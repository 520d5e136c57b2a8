namespace NetGen.Generator.Tests.Diagnostics;

public sealed class ActivationProblemTests
{
    [Theory]
    [InlineData("", "there is no method of that name marked [Activation] in 'Net' or around it")]
    [InlineData("public static float F(float x) => x;", "there is no method of that name marked [Activation]")]
    [InlineData("[Activation] public float F(float x) => x;", "a static method from one float or double to another")]
    [InlineData("[Activation] public static float F(float x, float y) => x + y;", "a static method from one float or double to another")]
    [InlineData("[Activation] public static int F(int x) => x;", "a static method from one float or double to another")]
    [InlineData("[Activation] public static float F<T>(float x) => x;", "a static method from one float or double to another")]
    [InlineData("[Activation] public static float F(float x) { while (x > 1) { x /= 2; } return x; }", "only local variables and a return can be read")]
    [InlineData("[Activation] public static float F(float x) => throw new System.NotSupportedException();", "cannot read 'throw new System.NotSupportedException()'")]
    [InlineData("[Activation] public static float F(float x) => System.MathF.Round(x);", "cannot read 'System.MathF.Round(x)'")]
    [InlineData("[Activation] public static float F(float x) => System.MathF.Pow(x, 2.5f);", "an exponent must be a constant that is 0.5 or a whole number from -64 to 64")]
    [InlineData("[Activation] public static float F(float x) => System.MathF.Log(x, 2);", "a logarithm can have one argument")]
    [InlineData("[Activation] public static float F(float x) => System.Math.Clamp(x, 0.5f, -0.5f);", "its least value must not be above its largest")]
    [InlineData("[Activation] public static float F(float x) => (int)x;", "cannot read '(int)x': only float and double can be cast to")]
    [InlineData("[Activation] public static float F(float x) => x * (1 / 2);", "cannot read '1 / 2': C# divides these as integers")]
    [InlineData("private const int A = 1; [Activation] public static float F(float x) { int b = 2; return x * (A / b); }", "cannot read 'A / b': C# divides these as integers")]
    [InlineData("[Activation] public static float F(float x) => x + System.MathF.Sign(x) / 2;", "cannot read 'System.MathF.Sign(x) / 2': C# divides these as integers")]
    [InlineData("[Activation] public static float F(float x) => x + System.Math.Max(1, 2) / 4;", "cannot read 'System.Math.Max(1, 2) / 4': C# divides these as integers")]
    [InlineData("[Activation] public static float F(float x) => x + (x > 0 ? 3 : 1) / 2;", "cannot read '(x > 0 ? 3 : 1) / 2': C# divides these as integers")]
    [InlineData("[Activation] public static float F(float x) { int big = 2000000000; return x * (big + big); }", "cannot read 'big + big': it is more than an int holds")]
    [InlineData("[Activation] public static float F(float x) { uint one = 1; return x * (one - 2u); }", "cannot read 'one - 2u': it is computed in uint, but float, double and int can be read")]
    [InlineData("[Activation] public static float F(float x) => x * float.NaN;", "cannot read 'float.NaN': it is not finite")]
    [InlineData("[Activation] public static float F(float x) => x * System.MathF.Sqrt(-1f);", "'F': a constant in it must be finite, but is NaN")]
    [InlineData("[Activation] public static float F(float x) => (decimal)x > 0 ? x : 0;", "cannot read '(decimal)x': only float and double can be cast to")]
    [InlineData("[Activation] public static float F(float x) => G(x); public static float G(float x) => x;", "cannot read 'G(x)': only Math, MathF, float, double and methods marked [Activation] can be called")]
    [InlineData("private static readonly float A = 1; [Activation] public static float F(float x) => x * A;", "cannot read 'A': it is neither the parameter nor a local variable nor a constant")]
    [InlineData("[Activation] public static float F(float x) => F(x - 1);", "'F' calls itself")]
    [InlineData("[Activation] public static float F(float x) => G(x); [Activation] public static float G(float x) => F(x);", "'F' calls itself")]
    [InlineData("[Activation] public static float F(float x) => x % 2;", "cannot read 'x % 2'")]
    [InlineData("[Activation] public static float F(float x) => x switch { > 0 => x, _ => 0 };", "cannot read 'x switch")]
    [InlineData("[Activation] public static float F(float x) { float y = x; y = 2 * y; return y; }", "cannot read 'y = 2 * y;'")]
    public void AnActivationIsReadable(string method, string message) =>
        Refusal.OfLayers("[Input(2), Dense(1), [|Activation(\"F\")|], MeanSquaredError]", method, "NG0015", message);

    [Fact]
    public void ANodeNamesItsMethod() => Refusal.OfLayers("[Input(2), Dense(1), [|Activation|], MeanSquaredError]", "NG0015", "there is no method of that name");

    [Fact]
    public void EachUseOfAMissingMethodIsReported() => Refusal.Of(
        Compiler.Net("[Input(2), Dense(2), {|NG0015:Activation(\"F\")|}, Dense(1), {|NG0015:Activation(\"F\")|}, MeanSquaredError]"));

    [Fact]
    public void SizeIsBounded()
    {
        string doubling = string.Concat(Enumerable.Range(1, 40).Select(i => $"[Activation] public static float F{i}(float x) => F{i - 1}(x) + F{i - 1}(-x); "));

        Refusal.OfLayers(
            "[Input(2), Dense(1), [|Activation(\"F40\")|], MeanSquaredError]",
            $"[Activation] public static float F0(float x) => x; {doubling}",
            "NG0015",
            "more than 1000 expressions");
    }

    /// <summary>A local variable stands for the whole that it was computed from, wherever it is used.</summary>
    [Theory]
    [InlineData("float y# = y$ * y$ + 0.5f * y$;")]
    [InlineData("float y# = System.MathF.Pow(y$, 64);")]
    [InlineData("float y# = System.MathF.Sinh(y$);")]
    [InlineData("float y# = y$ > 0 && y$ < 9 && y$ != 1 ? y$ : 2 - y$;")]
    [InlineData("float y# = Twice(y$);")]
    public void WhatLocalsStandForIsBounded(string local)
    {
        string locals = string.Concat(Enumerable.Range(1, 30).Select(i =>
            local.Replace("#", $"{i}", StringComparison.Ordinal).Replace("$", $"{i - 1}", StringComparison.Ordinal)));

        Refusal.OfLayers(
            "[Input(2), Dense(1), [|Activation(\"F\")|], MeanSquaredError]",
            $"[Activation] public static float F(float x) {{ float y0 = x; {locals} return y30; }} [Activation] public static float Twice(float x) => x * (x + 1);",
            "NG0015",
            "and its local variables written out, it has more than 1000 expressions");
    }

    /// <summary>A derivative grows with the square of what is nested or multiplied.</summary>
    [Theory]
    [InlineData(" * System.MathF.Sin(x)")]
    [InlineData(" / (1 + System.MathF.Exp(x))")]
    public void TheDerivativeIsBounded(string factor) => Refusal.OfLayers(
        "[Input(2), Dense(1), [|Activation(\"F\")|], MeanSquaredError]",
        $"[Activation] public static float F(float x) => x{string.Concat(Enumerable.Repeat(factor, 100))};",
        "NG0015",
        "its derivative has more than 4000 expressions");

    /// <summary>Whatever is accepted is generated at a size that a compiler takes in its stride.</summary>
    [Theory]
    [InlineData("=> System.MathF.Pow(x * x + x, 64);")]
    [InlineData("{ float a = x * x + 0.5f * x; float b = a * a + 0.5f * a; float c = b * b + 0.5f * b; return c * c + 0.5f * c; }")]
    public void WhatIsAcceptedIsSmall(string body)
    {
        GeneratorResult result = Compiler.Harness
            .Run(Compiler.Net("[Input(20), Dense(20), Activation(\"F\"), Dense(1), MeanSquaredError]", $"[Activation] public static float F(float x) {body}"))
            .ShouldCompile();

        result.Sources.ShouldHaveSingleItem().Text.Length.ShouldBeLessThan(60_000);
    }

    [Fact]
    public void DepthIsBounded() => Refusal.OfLayers(
        "[Input(2), Dense(1), [|Activation(\"F\")|], MeanSquaredError]",
        $"[Activation] public static float F(float x) => {string.Join(" + ", Enumerable.Repeat("x", 600))};",
        "NG0015",
        "more than 1000 expressions");
}
