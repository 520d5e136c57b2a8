namespace NetGen.Generator.Tests.Functions;

/// <summary>What the compiler reads in a user's methods is what C# computes of them.</summary>
public sealed class UserActivationTests
{
    private static readonly string[] Methods =
    [
        "float F(float x) => x * x + 1;",
        "float F(float x) => -x / 3f + +x - (0.5f - x) * 2;",
        "float F(float x) { float y = 2 * x; var z = y + 1; const float c = 0.25f; return c * y * z; }",
        "float F(float x) { float a = x, b = a * a; return b; }",
        "float F(float x) => x > 0 ? x : 0.1f * x;",
        "float F(float x) { float y = x; return y == x ? x * x : 0; }",
        "float F(float x) => x >= 1 || x <= -1 ? x * x : x;",
        "float F(float x) => !(x < 0) && x != 0.5f ? 2 * x : (x == -1 ? 3 : x);",
        "float F(float x) => MathF.Exp(-x) + MathF.Tanh(x) + MathF.Sin(x) + MathF.Cos(x) + MathF.Abs(x) + MathF.Sqrt(x * x + 1);",
        "float F(float x) => (float)(Math.Log(1 + Math.Exp((double)x)) * System.Math.PI / Math.E);",
        "float F(float x) => MathF.Max(x, -0.5f) + MathF.Min(0.5f, x) + Math.Clamp(x, -1, 1) + float.Max(0, x);",
        "float F(float x) => MathF.Pow(x, 3) + MathF.Pow(MathF.Abs(x), 0.5f) + MathF.FusedMultiplyAdd(x, 2, 1) + MathF.Sinh(x) + MathF.Cosh(x);",
        "float F(float x) => x * Sigmoid(1.702f * x) + Sigmoid(x); [Activation] public static float Sigmoid(float v) => 1 / (1 + MathF.Exp(-v));",
        "float F(float x) => Twice(Twice(Twice(x))) + Twice(x) * Twice(-x); [Activation] private static float Twice(float x) => x + x;",
        "float F(float x) => Scale * x + Offset / Count; private const float Scale = 0.5f; private const double Exact = 1.5; private const float Offset = (float)Exact; private const int Count = 4;",
        "float F(float x) => Outer.Factor * x + Shared(x);",
        "float F(float Scale) => Scale * Scale; private const int Scale = 3;",
        "float F(float x) => x; [Activation] public static double F(double x) => x;",
        "float F(float x) { int two = 2; return x / two + 1 / x; }",
        "float F(float @in) => @in * MathF.ExpM1(1) + MathF.PI;",
        "float F(float x) => Settings.Slope * x + float.Epsilon + Settings.Inner.Slope; private const float Slope = 0.1f; private const float Epsilon = 100;",
        "float F(float x) => Math.Clamp(max: 0.5f, min: -1, value: x) + MathF.FusedMultiplyAdd(z: x, y: 2, x: 3);",
        "float F(float x) => x + Math.Max(1, 2) / 4f + 2 * MathF.Sign(x) + (x > 1 ? 1 : 2) / 4f;",
        "float F(float x) => Slope * x + (float)PI; private const double PI = 3; private const float Slope = (float)PI / 2;",
        "float F(float x) => Math.Sin(x) + Settings.Cube(x); private static class Math { [Activation] public static float Sin(float x) => 7 * x; }",
        "float F(float x) => G(2) * x + G(x); [Activation] private static float G(float x) => x * x; [Activation] private static double G(double x) => 5 * x;",
        "float F(float x) => Flag && x > 0 ? x : (Flag ? 2 : 3) * x; private const bool Flag = true;",
        "float F(float x) => Abs(x) + Max(x, 0.25f) - default(float);",
        "float F(float x) => MathF.Log(2) * x + MathF.Exp(0.5f) - MathF.Tanh(1) + MathF.Sqrt(2) * MathF.Abs(-x);",
    ];

    [Fact]
    public void TheMethodIsWhatIsComputed()
    {
        // Not every function of Math is one of MathF; those that are missing are spelled out.
        string[] methods = [.. Methods.Select(method => method.Replace("MathF.ExpM1(1)", "float.ExpM1(1)", StringComparison.Ordinal))];
        string text = "using System; using NetGen; using static System.MathF; namespace Demo; public static class Settings { public const float Slope = 0.5f; [Activation] public static float Cube(float x) => x * x * x; public static class Inner { public const int Slope = 4; } } public static partial class Outer { public const float Factor = 3; [Activation] private static float Shared(float x) => x * x * x;\n";
        for (int i = 0; i < methods.Length; i++)
        {
            text += $$"""
                [Network, Input(1), Dense(1), Activation(nameof(F)), MeanSquaredError, Sgd(LearningRate = 1)]
                public partial class Net{{i}} { [Activation] public static {{methods[i]}} }

                """;
        }

        using LoadedCode code = Compiler.Harness.CompileAndLoad(text + "}");
        for (int i = 0; i < methods.Length; i++)
        {
            Type type = code.GetType($"Demo.Outer+Net{i}");
            var function = type.GetMethod("F", [typeof(float)])!.CreateDelegate<Func<float, float>>();
            INetwork<float> network = code.CreateNetwork<float>(type.FullName);
            network.Parameters.Write("dense1.weight", [1f]);
            foreach (float x in (float[])[-2.5f, -1, -0.7f, -0.1f, 0.3f, 0.5f, 1, 1.9f])
            {
                CheckValue(network, function, x, methods[i]);
            }
        }
    }

    /// <summary>Compilers that run on different machines may differ in the last digit of a logarithm, not in that of a root.</summary>
    [Fact]
    public void FunctionsOfConstantsAreTheLibrarys()
    {
        string text = Compiler.Harness.Run(Compiler.Net(
            "[Input(8), Dense(8), Activation(\"F\"), MeanSquaredError]",
            "[Activation] public static float F(float x) => x * System.MathF.Log(2) + System.MathF.Exp(1) * System.MathF.Sqrt(2);")).ShouldCompile().Sources.Single().Text;

        text.ShouldContain("V.Log(V.Broadcast(2f))");
        text.ShouldContain("V.Exp(V.Broadcast(1f))");
        text.ShouldContain("V.Broadcast(1.4142135f)");
    }

    /// <summary>Where exponentials are nearly equal, their difference has none of the digits of a sine.</summary>
    [Theory]
    [InlineData("Sinh")]
    [InlineData("Cosh")]
    public void HyperbolicFunctionsDoNotCancel(string function)
    {
        using LoadedCode code = Compiler.Harness.CompileAndLoad(
            $$"""
            using System; using NetGen; namespace Demo;
            [Network, Input(1), Dense(1), Activation("F"), MeanAbsoluteError]
            public partial class Net { [Activation] public static float F(float x) => MathF.{{function}}(x); }
            """);
        INetwork<float> network = code.CreateNetwork<float>();
        network.Parameters.Write("dense1.weight", [1f]);
        var trainer = (ValueTrainer<float>)network.CreateTrainer(1);
        foreach (float x in (float[])[1e-30f, 1e-8f, -1e-6f, 1e-4f, -1e-3f, 0.1f, -0.9f, 1, 1.1f, -5, 80])
        {
            (double value, double slope) = function == "Sinh" ? (Math.Sinh(x), Math.Cosh(x)) : (Math.Cosh(x), Math.Sinh(x));
            float[] outputs = new float[1];
            network.PredictMany([x], outputs);
            trainer.Forward([x]);
            trainer.Loss([-1e37f]);
            trainer.Backward();

            ((double)outputs[0]).ShouldBe(value, 4e-7 * Math.Abs(value), $"{function}({x})");
            ((double)trainer.Gradients.ToArray("dense1.bias")[0]).ShouldBe(slope, 2e-6 * Math.Abs(slope), $"slope at {x}");
        }
    }

    [Fact]
    public void ALogarithmNearOneKeepsItsDigits()
    {
        using LoadedCode code = Compiler.Harness.CompileAndLoad(Compiler.Net(
            "[Input(1), Dense(1), Activation(\"F\"), MeanSquaredError]", "[Activation] public static float F(float x) => float.LogP1(x);"));
        INetwork<float> network = code.CreateNetwork<float>();
        network.Parameters.Write("dense1.weight", [1f]);
        float[] outputs = new float[1];
        network.PredictMany([1e-10f], outputs);

        outputs.ShouldBe([1e-10f]);
    }

    /// <summary>As that of <c>Relu</c> is.</summary>
    [Theory]
    [InlineData("Max(0, x)")]
    [InlineData("Max(x, 0)")]
    [InlineData("Min(0, x)")]
    [InlineData("Min(x, 0)")]
    public void TheSlopeWhereAConstantIsReachedIsTheConstants(string call)
    {
        using LoadedCode code = Compiler.Harness.CompileAndLoad(Compiler.Net(
            "[Input(1), Dense(1), Activation(\"F\"), MeanAbsoluteError]", $"[Activation] public static float F(float x) => System.MathF.{call};"));
        INetwork<float> network = code.CreateNetwork<float>();
        var trainer = (ValueTrainer<float>)network.CreateTrainer(1);
        trainer.Forward([0]);
        trainer.Loss([-1]);
        trainer.Backward();

        trainer.Gradients.ToArray("dense1.bias").ShouldBe([0f]);
    }

    /// <summary>What stands before a function without a slope has a gradient of 0, and stays.</summary>
    [Fact]
    public void AStepFunctionLeavesWhatIsBeforeItAlone()
    {
        const string Text = """
            using NetGen; namespace Demo;
            [Network, Input(2), Dense(2), Activation(nameof(F)), Dense(1), HalfSquaredError, Sgd(LearningRate = 1)]
            public partial class Steps { [Activation] public static float F(float x) => x > 0 ? 1 : 0; }
            """;
        using LoadedCode code = Compiler.Harness.CompileAndLoad(Text);
        INetwork<float> network = code.CreateNetwork<float>("Demo.Steps");
        network.Parameters.Write("dense1.bias", [3f, -3f]);
        float[] before = network.Parameters.ToArray("dense1.weight");
        var trainer = (ValueTrainer<float>)network.CreateTrainer(2);

        trainer.Step([0.1f, 0.2f], [5]);
        trainer.Gradients.ToArray("dense1.bias").ShouldBe([0f, 0f]);
        trainer.Gradients.ToArray("dense2.weight").ShouldNotBe([0f, 0f]);
        trainer.Step([0.1f, 0.2f, 0.3f, 0.4f], [5, 6]);

        network.Parameters.ToArray("dense1.weight").ShouldBe(before);
        network.Parameters.ToArray("dense1.bias").ShouldBe([3f, -3f]);
    }

    private static void CheckValue(INetwork<float> network, Func<float, float> function, float x, string method)
    {
        float[] outputs = new float[1];
        network.PredictMany([x], outputs);
        double expected = function(x);
        double tolerance = 1e-5 * (1 + Math.Abs(expected));
        ((double)outputs[0]).ShouldBe(expected, tolerance, $"{method} at {x}");
        network.Description.Layers[2].Function!(x).ShouldBe(expected, tolerance, $"the description of {method} at {x}");
    }

    /// <summary>What a double holds may be more than a float does.</summary>
    [Fact]
    public void AConstantBeyondFloatIsInfinite()
    {
        using LoadedCode code = Compiler.Harness.CompileAndLoad(Compiler.Net(
            "[Input(1), Dense(1), Activation(\"F\"), MeanSquaredError]", "[Activation] public static double F(double x) => x > 0 ? System.Math.Min(x, double.MaxValue) : 1e300;"));
        float[] outputs = new float[2];
        INetwork<float> network = code.CreateNetwork<float>();
        network.Parameters.Write("dense1.weight", [1f]);

        network.PredictMany([2, -2], outputs);

        outputs.ShouldBe([2, float.PositiveInfinity]);
    }

    [Fact]
    public void AMethodServesDoubleToo()
    {
        using LoadedCode code = Compiler.Harness.CompileAndLoad("""
            using System;
            using NetGen;
            namespace Demo;
            [Network(Precision = Precision.Double), Input(1), Dense(1), Activation("F"), MeanSquaredError]
            public partial class Net { [Activation] public static double F(double x) => Math.Sin(x) / 3 + 0.1 * x; }
            """);
        INetwork<double> network = code.CreateNetwork<double>();
        network.Parameters.Write("dense1.weight", [1d]);
        double[] outputs = new double[1];

        network.PredictMany([0.7], outputs);

        outputs[0].ShouldBe((Math.Sin(0.7) / 3) + (0.1 * 0.7), 1e-15);
    }
}
