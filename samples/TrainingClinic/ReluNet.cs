namespace TrainingClinic;

/// <summary>A network whose units can fall silent for ever.</summary>
[Network]
[Input(64)]
[Dense(64), Relu]
[Dense(10)]
[CrossEntropy]
[Sgd(LearningRate = 0.1)]
internal sealed partial class ReluNet;

/// <summary>The same with units that never do.</summary>
[Network]
[Input(64)]
[Dense(64), LeakyRelu]
[Dense(10)]
[CrossEntropy]
[Sgd(LearningRate = 0.1)]
internal sealed partial class LeakyReluNet;
