Feature: A home shared
