namespace TrainingClinic;

/// <summary>Eight sigmoids one after another: each takes the gradient times a quarter at most.</summary>
[Network]
[Input(64)]
[Dense(32), Sigmoid, Dense(32), Sigmoid, Dense(32), Sigmoid, Dense(32), Sigmoid]
[Dense(32), Sigmoid, Dense(32), Sigmoid, Dense(32), Sigmoid, Dense(32), Sigmoid]
[Dense(10)]
[CrossEntropy]
[Sgd(LearningRate = 0.1)]
internal sealed partial class DeepSigmoidNet;

/// <summary>As deep, with an activation that lets gradients pass, and the initial weights that suit it.</summary>
[Network]
[Input(64)]
[Dense(32), Relu, Dense(32), Relu, Dense(32), Relu, Dense(32), Relu]
[Dense(32), Relu, Dense(32), Relu, Dense(32), Relu, Dense(32), Relu]
[Dense(10)]
[CrossEntropy]
[Sgd(LearningRate = 0.1)]
internal sealed partial class DeepReluNet;
