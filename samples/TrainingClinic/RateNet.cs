namespace TrainingClinic;

/// <summary>A network that nothing is wrong with. What it learns depends on the rate.</summary>
[Network]
[Input(64)]
[Dense(32), LeakyRelu]
[Dense(32), LeakyRelu]
[Dense(10)]
[CrossEntropy]
[Sgd(LearningRate = 0.1)]
internal sealed partial class RateNet;
