namespace NetGen.Bits;

[Network]
[Input(20)]
[Dense(37), Gelu]
[Dense(50), Tanh]
[Dense(7)]
[CrossEntropy(LabelSmoothing = 0.1)]
[Adam]
internal sealed partial class ClassifierNet;

[Network]
[Input(3, 9)]
[Dense(17), Mish]
[Softmax]
[Flatten]
[Dense(40, Name = "trunk"), PRelu]
[Dense(40), Sigmoid]
[Multiply("trunk")]
[Concat("trunk")]
[Dense(5)]
[Huber]
[Sgd(LearningRate = 0.05, Momentum = 0.9)]
[ClipGradients(Norm = 0.5)]
[Regularize(L1 = 1e-4, L2 = 1e-3)]
internal sealed partial class GatedNet;

[Network]
[Input(130)]
[Dense(9), Softplus]
[Dense(1)]
[BinaryCrossEntropy]
[RmsProp(Centered = true)]
internal sealed partial class BinaryNet;

[Network(Precision = Precision.Double)]
[Input(11)]
[Dense(33), Selu]
[Dense(18), Elu]
[Dense(4)]
[MeanSquaredError]
[AdamW]
internal sealed partial class DoubleNet;

[Network]
[Input(2)]
[Dense(2), Sigmoid]
[Dense(1), Sigmoid]
[HalfSquaredError]
[Sgd(LearningRate = 0.5)]
internal sealed partial class TinyNet;

[Network]
[Input(21)]
[InputScaling]
[Dense(37, Bias = false), BatchNorm, Relu, Dropout(0.3)]
[Dense(18), LayerNorm, Tanh, GaussianNoise(0.1)]
[Dense(9), RmsNorm]
[Dense(4)]
[CrossEntropy]
[Adam]
internal sealed partial class NormalizedNet;

[Network]
[Input(2)]
[Dense(3), Mish]
[Dense(1), Mish]
[HalfSquaredError]
[Sgd]
internal sealed partial class TinyMishNet;

[Network(Precision = Precision.Double)]
[Input(2)]
[Dense(8), Tanh]
[Dense(1), Tanh]
[HalfSquaredError]
[Sgd]
internal sealed partial class TinyTanhNet;

[Network]
[Input(5)]
[Dense(5), Sigmoid]
[Dense(1)]
[MeanSquaredError]
[Adam(AmsGrad = true)]
internal sealed partial class TinyAdamNet;

[Network]
[Input(64)]
[Dense(64), Relu]
[Dense(64), Relu]
[Dense(64), Relu]
[Dense(64), Relu]
[Dense(64), Relu]
[Dense(64), Relu]
[Dense(64), Relu]
[Dense(64), Relu]
[Dense(64), Relu]
[Dense(64), Relu]
[Dense(64), Relu]
[Dense(64), Relu]
[Dense(10)]
[CrossEntropy]
[Adam]
internal sealed partial class EqualLayersNet;
