namespace NetGen.Bits;

/// <summary>Large enough for threads to share its steps.</summary>
[Network]
[Input(100)]
[Dense(96), Gelu]
[Dense(70), Tanh]
[Dense(9)]
[CrossEntropy(LabelSmoothing = 0.1)]
[Adam]
internal sealed partial class DividedClassifierNet;

/// <summary>With totals over all samples, an operand of two readers, penalties and a norm.</summary>
[Network]
[Input(4, 30)]
[Dense(48), Mish]
[Softmax]
[Flatten]
[Dense(64, Name = "trunk"), PRelu]
[Dense(64), Sigmoid]
[Multiply("trunk")]
[Concat("trunk")]
[Dense(5)]
[Huber]
[Sgd(LearningRate = 0.05, Momentum = 0.9)]
[ClipGradients(Norm = 0.5)]
[Regularize(L1 = 1e-4, L2 = 1e-3)]
internal sealed partial class DividedGatedNet;

/// <summary>In double, of an odd width, with one output.</summary>
[Network(Precision = Precision.Double)]
[Input(67)]
[Dense(131), Selu]
[Dense(18), Elu]
[Dense(1)]
[MeanSquaredError]
[AdamW]
internal sealed partial class DividedDoubleNet;

/// <summary>With statistics of the batch and of rows, and with noise.</summary>
[Network]
[Input(100)]
[Dense(96), BatchNorm, Relu, Dropout(0.3)]
[Dense(70), LayerNorm, Silu, GaussianNoise(0.1)]
[Dense(9)]
[CrossEntropy]
[Adam]
internal sealed partial class DividedNormalNet;

/// <summary>Of many weights, which are shared out by units: widths that are no multiples of strips or vectors, noise, statistics and penalties.</summary>
[Network]
[Input(310)]
[Dense(300), Relu, Dropout(0.2)]
[Dense(258), BatchNorm, Silu]
[Dense(260), Tanh]
[Dense(9)]
[CrossEntropy]
[Adam]
[ClipGradients(Norm = 0.5)]
[Regularize(L1 = 1e-5, L2 = 1e-4)]
internal sealed partial class DividedUnitsNet;

/// <summary>As many in double, of rows that are samples of their own, and with a skip.</summary>
[Network(Precision = Precision.Double)]
[Input(2, 250)]
[Dense(270, Name = "first"), Gelu]
[Dense(270), Add("first")]
[Flatten]
[Dense(130), Relu]
[Dense(2)]
[MeanSquaredError]
[Sgd(LearningRate = 0.01, Momentum = 0.9)]
internal sealed partial class DividedUnitsDoubleNet;
