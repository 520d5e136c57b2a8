namespace NetGen.Benchmarks;

/// <summary>The 2-2-1 network of the worked example.</summary>
[Network, Input(2), Dense(2), Sigmoid, Dense(1), Sigmoid, HalfSquaredError, Sgd(LearningRate = 0.5)]
internal sealed partial class WorkedExampleNet;

/// <summary>iris-4-16-3</summary>
[Network, Input(4), Dense(16), Relu, Dense(3), CrossEntropy, Adam]
internal sealed partial class IrisNet;

/// <summary>digits-64-32-10</summary>
[Network, Input(64), Dense(32), Relu, Dense(10), CrossEntropy, Adam]
internal sealed partial class DigitsNet;

/// <summary>mnist-784-128-10</summary>
[Network, Input(784), Dense(128), Relu, Dense(10), CrossEntropy, Adam]
internal sealed partial class MnistNet;

/// <summary>wide-784-512-512-10</summary>
[Network, Input(784), Dense(512), Relu, Dense(512), Relu, Dense(10), CrossEntropy, Adam]
internal sealed partial class WideNet;

/// <summary>Four hidden layers of 64.</summary>
[Dense(64), Relu, Dense(64), Relu, Dense(64), Relu, Dense(64), Relu]
internal sealed class FourHiddenAttribute : CompositeAttribute;

/// <summary>deep-64x12</summary>
[Network, Input(64), FourHidden, FourHidden, FourHidden, Dense(10), CrossEntropy, Adam]
internal sealed partial class DeepNet;
