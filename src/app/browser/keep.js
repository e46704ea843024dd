// What is kept on this device: the sitting's draft and named profiles, as ciphertext.
