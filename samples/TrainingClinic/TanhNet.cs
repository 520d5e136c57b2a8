namespace TrainingClinic;

/// <summary>Initial weights eight times as large as they should be: most of tanh's outputs are -1 or 1 before anything is learned.</summary>
[Network]
[Input(64)]
[Dense(64, Init = Init.Normal, InitScale = 1), Tanh]
[Dense(64, Init = Init.Normal, InitScale = 1), Tanh]
[Dense(10)]
[CrossEntropy]
[Sgd(LearningRate = 0.1)]
internal sealed partial class LargeTanhNet;

/// <summary>The same with the weights that NetGen gives tanh by itself (Xavier).</summary>
[Network]
[Input(64)]
[Dense(64), Tanh]
[Dense(64), Tanh]
[Dense(10)]
[CrossEntropy]
[Sgd(LearningRate = 0.1)]
internal sealed partial class TanhNet;
